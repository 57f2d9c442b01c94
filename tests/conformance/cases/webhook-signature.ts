import { gzipSync } from 'node:zlib'
import { type Case, JSON_TYPE, json, post } from '../case.ts'
import { goneBehindParsers } from './exceptions.ts'
import { NOT_ITS_SIGNATURE, one, signed, signedOne } from './signed.ts'

const HOOKS = '/pusher/webhooks'
/** Accepts an older key too, and nothing that is more than ten minutes old. */
const LENIENT = '/lenient/pusher/webhooks'
/** Its encryption throws, and its secret is another one. */
const BROKEN = '/broken/pusher/webhooks'

/** Webhooks that are believed or not. Behind a parser nobody can tell any more. */
export const webhookSignature: readonly Case[] = goneBehindParsers([
  {
    name: 'a signature of another secret',
    request: post(BROKEN, signed('0000000000000000000000000000000000000000000000000000000000000000'), one),
    expect: NOT_ITS_SIGNATURE,
  },
  {
    name: 'a signature of another body',
    request: post(HOOKS, signedOne, one.replace('private-a', 'private-b')),
    expect: NOT_ITS_SIGNATURE,
  },
  {
    name: 'a signature that is too short',
    request: post(HOOKS, signed('abc'), one),
    expect: NOT_ITS_SIGNATURE,
  },
  {
    name: 'a signature in capitals',
    request: post(HOOKS, signed('91766E707E648D9B06904DA8FF046C688700967436AC84B8A8F66F13DD67806D'), one),
    expect: NOT_ITS_SIGNATURE,
  },
  {
    name: 'a signature given twice',
    request: post(HOOKS, [...signedOne, ['X-Pusher-Signature', 'abc']], one),
    expect: NOT_ITS_SIGNATURE,
  },
  {
    name: 'no signature',
    request: post(HOOKS, signed('').slice(0, 2), one),
    expect: json(
      401,
      '{"code":"ERR_PUSHER_WEBHOOK_SIGNATURE","message":"The header x-pusher-signature is missing: Pusher sends it with every webhook"}',
    ),
  },
  {
    name: 'no key',
    request: post(HOOKS, [['Content-Type', JSON_TYPE]], one),
    expect: json(
      401,
      '{"code":"ERR_PUSHER_WEBHOOK_SIGNATURE","message":"The header x-pusher-key is missing: Pusher sends it with every webhook"}',
    ),
  },
  {
    name: 'a key of another app',
    request: post(
      HOOKS,
      signed('6d0ac323790046ce355ae5ec1ce2667af9ea8846aeb75dae9f9093c0efae219a', 'old-key'),
      one,
    ),
    expect: json(
      401,
      '{"code":"ERR_PUSHER_WEBHOOK_SIGNATURE","message":"x-pusher-key is \\"old-key\\", which is not a key of this app"}',
    ),
  },
  {
    name: 'an older key that is still accepted, but the webhook is too old',
    request: post(
      LENIENT,
      signed('6d0ac323790046ce355ae5ec1ce2667af9ea8846aeb75dae9f9093c0efae219a', 'old-key'),
      one,
    ),
    expect: json(
      401,
      '{"code":"ERR_PUSHER_WEBHOOK_EXPIRED","message":"The webhook is of 2023-11-14T22:13:20.000Z, which is further away than maxAge allows"}',
    ),
  },
  {
    name: 'too old',
    request: post(LENIENT, signedOne, one),
    expect: json(
      401,
      '{"code":"ERR_PUSHER_WEBHOOK_EXPIRED","message":"The webhook is of 2023-11-14T22:13:20.000Z, which is further away than maxAge allows"}',
    ),
  },
  {
    name: 'of a time that is still to come',
    request: post(
      LENIENT,
      signed('92992bd8a5780d103d44edbd5d4f2dd705e2743e5bdfd28dda527ee1150433e4'),
      '{"time_ms":4102444800000,"events":[]}',
    ),
    expect: json(
      401,
      '{"code":"ERR_PUSHER_WEBHOOK_EXPIRED","message":"The webhook is of 2100-01-01T00:00:00.000Z, which is further away than maxAge allows"}',
    ),
  },
  {
    name: 'a compressed body',
    request: post(HOOKS, [...signedOne, ['Content-Encoding', 'gzip']], gzipSync(one)),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-encoding is \\"gzip\\", which is not read here: send the body without compression"}',
    ),
  },
  {
    name: 'more than the limit of 48 bytes',
    request: post('/elsewhere/pusher/webhooks', signedOne, one),
    expect: json(
      413,
      '{"code":"ERR_PUSHER_BODY_TOO_LARGE","message":"The body is larger than the limit of 48 bytes"}',
    ),
  },
])
