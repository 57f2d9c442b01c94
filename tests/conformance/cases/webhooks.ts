import { type Case, FORM, json, post } from '../case.ts'
import { goneBehindParsers } from './exceptions.ts'
import { one, signed, signedOne } from './signed.ts'

const HOOKS = '/pusher/webhooks'
/** Its encryption throws, and its secret is another one. */
const BROKEN = '/broken/pusher/webhooks'

/** Webhooks that are signed. Behind a parser nobody can tell any more. */
export const webhooks: readonly Case[] = goneBehindParsers([
  {
    name: 'one event',
    request: post(HOOKS, signedOne, one),
    expect: json(200, '{}'),
  },
  {
    name: 'one event, in chunks',
    request: post(HOOKS, signedOne, one, 'chunked'),
    expect: json(200, '{}'),
  },
  {
    name: 'several events of every kind, with an emoji',
    request: post(
      HOOKS,
      signed('270e538d8fa1195ed03072ac4bd58eeb1c05e8f58f4e9dd01393526678cdc48f'),
      '{"time_ms":1700000000000,"events":[{"channel":"presence-a","name":"member_added","user_id":"ada"},' +
        '{"name":"client_event","channel":"private-a","event":"client-x","data":"\\"é 😀\\"","socket_id":"1.2"},' +
        '{"name":"subscription_count","channel":"a","subscription_count":"3"},{"name":"cache_miss","channel":"cache-a"}]}',
    ),
    expect: json(200, '{}'),
  },
  {
    name: 'white space of its own',
    request: post(
      HOOKS,
      signed('341a7ee4aa63a7a7d1b9a8cd0d4515057df960e8b1c6fbd82dd72aab83c18f07'),
      ` { "time_ms" : 1700000000000,\n"events" : [ ] } `,
    ),
    expect: json(200, '{}'),
  },
  {
    name: 'a kind of event that is not known',
    request: post(
      HOOKS,
      signed('9b10387c12e5321c57f66a5ecd95bf745750d0d6bc97f8e80f908a48a450ebf1'),
      '{"time_ms":1700000000000,"events":[{"name":"__proto__","channel":"a"}]}',
    ),
    expect: json(200, '{}'),
  },
  {
    name: '__proto__ in the body',
    request: post(
      HOOKS,
      signed('f253bd7cc8f57bb4960a2733f626531f8853cb09674ebb1fd866ce8c10cfeb32'),
      '{"__proto__":{"a":1},"time_ms":1700000000000,"events":[]}',
    ),
    expect: json(200, '{}'),
  },
  {
    name: 'header names in lower case, and a content type with a charset',
    request: post(
      HOOKS,
      signedOne.map(
        ([name, value]) => [name.toLowerCase(), value.replace('/json', '/json; charset=utf-8')] as const,
      ),
      one,
    ),
    expect: json(200, '{}'),
  },
  {
    name: 'a listener throws',
    request: post(
      HOOKS,
      signed('8853262e40046270dbfd40484d56b59bd9a5bab23a588fc47fee2f93a014ccce'),
      '{"time_ms":1700000000000,"events":[{"name":"member_added","channel":"throws"},{"name":"cache_miss","channel":"throws"}]}',
    ),
    expect: json(500, '{"code":"ERR_PUSHER_HOOK","message":"on[\\"*\\"] threw: the cause tells what"}'),
  },
  {
    name: 'a listener throws at the last event, of a kind that is not known',
    request: post(
      HOOKS,
      signed('7d47615a9911a3c8baca733e3a12fb08136e700b1d8595707aee5edb5c7ac3c2'),
      '{"time_ms":1700000000000,"events":[{"name":"member_added","channel":"a"},{"name":"made_up","channel":"throws"}]}',
    ),
    expect: json(500, '{"code":"ERR_PUSHER_HOOK","message":"on[\\"*\\"] threw: the cause tells what"}'),
  },
  {
    name: 'encryption throws while the webhook is read',
    request: post(
      BROKEN,
      signed('ef148b0622c52162c2696e7a2166549f57c3207d54301b1523e21d619cbb9834'),
      '{"time_ms":1700000000000,"events":[{"name":"client_event","channel":"private-encrypted-a","data":"{}"}]}',
    ),
    expect: json(
      500,
      '{"code":"ERR_PUSHER_INTERNAL","message":"Something unforeseen happened: the cause tells what"}',
    ),
  },
  {
    name: 'signed, and not UTF-8',
    request: post(
      HOOKS,
      signed('f162629598aaf5d052bd598a55328ec29d5b92b704d42ab37f1097c5020fccbe'),
      Buffer.from('{"time_ms":1,"events":[],"a":"\xff"}', 'latin1'),
    ),
    expect: json(400, '{"code":"ERR_PUSHER_WEBHOOK","message":"Invalid webhook body: it is not JSON"}'),
  },
  {
    name: 'signed, without a time',
    request: post(
      HOOKS,
      signed('847dadeed4ee94b9206041a391f2076ffd3cfd537b431361a7a9228c823affd4'),
      '{"events":[]}',
    ),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_WEBHOOK","message":"Invalid webhook body: time_ms is undefined, but it is a time in ms"}',
    ),
  },
  {
    name: 'signed, with events that are none',
    request: post(
      HOOKS,
      signed('65c663505e01612589c55f76a7de479c643062da1caf77f98ffe45e0c140b673'),
      '{"time_ms":1700000000000,"events":[[]]}',
    ),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_WEBHOOK","message":"Invalid webhook body: events[0] is not an object with a name"}',
    ),
  },
  {
    name: 'signed, and of another content type',
    request: post(HOOKS, [['Content-Type', FORM], ...signedOne.slice(1)], one),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_WEBHOOK","message":"Invalid webhook body: its content type is not application/json"}',
    ),
  },
])
