import { type Case, get, json } from '../case.ts'
import { found } from './query-answers.ts'

const QUERY = '/pusher/query'
/** May see `presence-r…` and `private-none`, and of them `user_count`. */
const NARROW = '/lenient/pusher/query'

/** What the hook allows, and what the Channels server says to it. */
export const queryHook: readonly Case[] = [
  {
    name: 'what is asked is not allowed',
    request: get(`${QUERY}/channels/private-no`),
    expect: json(403, '{"code":"ERR_PUSHER_FORBIDDEN","message":"This question is not allowed"}'),
  },
  {
    name: 'authorize throws',
    request: get(`${QUERY}/channels/private-throws`),
    expect: json(500, '{"code":"ERR_PUSHER_HOOK","message":"authorize threw: the cause tells what"}'),
  },
  {
    name: 'authorize returns an object that says nothing',
    request: get(`${QUERY}/channels/private-says-nothing`),
    expect: json(
      500,
      '{"code":"ERR_PUSHER_HOOK_RESULT","message":"authorize returned no decision: return true, false, or an object with prefixes, channels, info, each an array of strings"}',
    ),
  },
  {
    name: "authorize reads the host's request: signed in",
    request: get(`${QUERY}/channels/private-session`, [['cookie', 'session=ada']]),
    expect: found('{"occupied":false}', '3fde63376b109f0d2cb3f78fb03e507875228ac84bafe4942a71e0397631d6e5'),
  },
  {
    name: "authorize reads the host's request: not signed in",
    request: get(`${QUERY}/channels/private-session`),
    expect: json(403, '{"code":"ERR_PUSHER_FORBIDDEN","message":"This question is not allowed"}'),
  },
  {
    name: 'narrowed: the channels',
    request: get(`${NARROW}/channels`),
    expect: found(
      '{"channels":{"presence-room":{}}}',
      '5bbebedfb3d1a955414dfaa4601b46a6a6cf242236448e33dd659a5c4188208b',
    ),
  },
  {
    name: 'narrowed: nothing of what is asked is allowed',
    request: get(`${NARROW}/channels?filter_by_prefix=news`),
    expect: found('{"channels":{}}', '27fe4610fce040c67d14e74728f324ed89a2ce5be53d6a01216f565a367dcc8f'),
  },
  {
    name: 'narrowed: a channel that is allowed',
    request: get(`${NARROW}/channels/presence-room?info=user_count`),
    expect: found(
      '{"occupied":true,"user_count":2}',
      '875558f36b5c073cccfc2921230e3dc5abc189174139815250a9bebbf3812e7a',
    ),
  },
  {
    name: 'narrowed: another channel',
    request: get(`${NARROW}/channels/private-other`),
    expect: json(
      403,
      '{"code":"ERR_PUSHER_FORBIDDEN","message":"Asking about \\"private-other\\" is not allowed"}',
    ),
  },
  {
    name: 'narrowed: another attribute',
    request: get(`${NARROW}/channels/private-orders?info=subscription_count`),
    expect: json(
      403,
      '{"code":"ERR_PUSHER_FORBIDDEN","message":"Asking for subscription_count is not allowed"}',
    ),
  },
  {
    name: 'the Channels server does not know the secret',
    request: get('/broken/pusher/query/channels'),
    expect: json(
      502,
      '{"code":"ERR_PUSHER_UPSTREAM","message":"The Channels server did not answer this question: the cause tells why"}',
    ),
  },
  {
    name: 'the Channels server does not know the app',
    request: get('/elsewhere/pusher/query/channels'),
    expect: json(
      404,
      '{"code":"ERR_PUSHER_NOT_FOUND","message":"The Channels server does not know what is asked for"}',
    ),
  },
]
