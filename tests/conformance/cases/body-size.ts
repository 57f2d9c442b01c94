import { gzipSync } from 'node:zlib'
import { type Case, type CaseRequest, FORM, JSON_TYPE, json, post } from '../case.ts'
import { parsed, refusedFirst, UNANSWERED } from './exceptions.ts'

const AUTH = '/pusher/auth'
/** Its handlers read at most 48 bytes. */
const SMALL = '/elsewhere/pusher/auth'
const form = 'socket_id=123.456&channel_name=private-a'
const object = '{"socket_id":"123.456","channel_name":"private-a"}'
const encoded = (type: string, encoding: string): CaseRequest['headers'] => [
  ['Content-Type', type],
  ['Content-Encoding', encoding],
]
/** What is answered to `form` and `object`. */
const allowed = json(
  200,
  '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
)
const notCounted = parsed('what a parser has read is not counted again', allowed)
const inflated = parsed('the parser has decompressed it', allowed)

/** Bodies that are too large, too short or compressed, shown with channel authorization. */
export const bodySize: readonly Case[] = [
  {
    name: 'no body',
    request: post(AUTH, [], undefined),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"socket_id is missing: send it as a field of a form or of a JSON object"}',
    ),
  },
  {
    name: 'an empty form',
    request: post(AUTH, FORM, ''),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"socket_id is missing: send it as a field of a form or of a JSON object"}',
    ),
  },
  {
    name: 'a form in chunks',
    request: post(AUTH, FORM, form, 'chunked'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'JSON in chunks',
    request: post(AUTH, JSON_TYPE, object, 'chunked'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: '65,536 bytes are read',
    request: post(AUTH, FORM, `${form}&pad=${'x'.repeat(65_536 - form.length - 5)}`),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: '65,537 bytes are too large',
    request: post(AUTH, FORM, `${form}&pad=${'x'.repeat(65_537 - form.length - 5)}`),
    expect: json(
      413,
      '{"code":"ERR_PUSHER_BODY_TOO_LARGE","message":"The body is larger than the limit of 65536 bytes"}',
    ),
    except: notCounted,
  },
  {
    name: '65,537 bytes in chunks are too large',
    request: post(AUTH, FORM, `${form}&pad=${'x'.repeat(65_537 - form.length - 5)}`, 'chunked'),
    expect: json(
      413,
      '{"code":"ERR_PUSHER_BODY_TOO_LARGE","message":"The body is larger than the limit of 65536 bytes"}',
    ),
    except: notCounted,
  },
  {
    name: 'a limit of 48 bytes: 48 are read',
    request: post(SMALL, FORM, `${form}&pad=123`),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'a limit of 48 bytes: 49 are too large',
    request: post(SMALL, FORM, `${form}&pad=1234`),
    expect: json(
      413,
      '{"code":"ERR_PUSHER_BODY_TOO_LARGE","message":"The body is larger than the limit of 48 bytes"}',
    ),
    except: notCounted,
  },
  {
    name: 'a limit of 48 bytes: bytes are counted, not characters',
    request: post(SMALL, FORM, `${form}&p=é😀`),
    expect: json(
      413,
      '{"code":"ERR_PUSHER_BODY_TOO_LARGE","message":"The body is larger than the limit of 48 bytes"}',
    ),
    except: notCounted,
  },
  {
    name: 'an aborted upload',
    request: post(AUTH, FORM, form, 'aborted'),
    expect: json(400, '{"code":"ERR_PUSHER_BODY","message":"The body ended before it was complete"}'),
    except: UNANSWERED,
  },
  {
    name: 'a compressed form',
    request: post(AUTH, encoded(FORM, 'gzip'), gzipSync(form)),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-encoding is \\"gzip\\", which is not read here: send the body without compression"}',
    ),
    except: inflated,
  },
  {
    name: 'compressed JSON',
    request: post(AUTH, encoded(JSON_TYPE, 'GZIP'), gzipSync(object)),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-encoding is \\"GZIP\\", which is not read here: send the body without compression"}',
    ),
    except: inflated,
  },
  {
    name: 'a compression that nobody knows',
    request: post(AUTH, encoded(FORM, 'pony'), form),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-encoding is \\"pony\\", which is not read here: send the body without compression"}',
    ),
    except: refusedFirst(415, 'encoding.unsupported'),
  },
  {
    name: 'the encoding "identity" is none',
    request: post(AUTH, encoded(FORM, 'identity'), form),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
]
