import { type Case, get, json } from '../case.ts'
import { found, notModified } from './query-answers.ts'

const QUERY = '/pusher/query'

/** Ada and Ben are in `presence-room`, and Ada in `private-orders`. */
export const query: readonly Case[] = [
  {
    name: 'the channels',
    request: get(`${QUERY}/channels`),
    expect: found(
      '{"channels":{"presence-room":{},"private-orders":{}}}',
      '48d05da1386ca648017344227373175963f29b15eb7c5af1f850ad3f2bd30f67',
    ),
  },
  {
    name: 'the channels with a prefix and their members',
    request: get(`${QUERY}/channels?filter_by_prefix=presence-&info=user_count`),
    expect: found(
      '{"channels":{"presence-room":{"user_count":2}}}',
      '5bfe2940a6fc411b904db635263aaafbff10d5e391d38e306beafe54f9fcd514',
    ),
  },
  {
    name: 'HEAD of the channels',
    request: { ...get(`${QUERY}/channels`), method: 'HEAD' },
    expect: found('', '48d05da1386ca648017344227373175963f29b15eb7c5af1f850ad3f2bd30f67'),
  },
  {
    name: 'a channel',
    request: get(`${QUERY}/channels/private-orders`),
    expect: found('{"occupied":true}', '3d20b24e19b88cbb70bed9db6fc82281e51ccaef8c481032972b0de4b71263a6'),
  },
  {
    name: 'a channel with everything that is asked for, once and in order',
    request: get(`${QUERY}/channels/presence-room?info=user_count,user_count`),
    expect: found(
      '{"occupied":true,"user_count":2}',
      '875558f36b5c073cccfc2921230e3dc5abc189174139815250a9bebbf3812e7a',
    ),
  },
  {
    name: 'how many are subscribed',
    request: get(`${QUERY}/channels/private-orders?info=subscription_count`),
    expect: found(
      '{"occupied":true,"subscription_count":1}',
      '7ae4697d52c7d86932dba23e6923d12364ddd843c6d25881e807cd8494a4f9a1',
    ),
  },
  {
    name: 'a channel with nobody on it',
    request: get(`${QUERY}/channels/private-empty`),
    expect: found('{"occupied":false}', '3fde63376b109f0d2cb3f78fb03e507875228ac84bafe4942a71e0397631d6e5'),
  },
  {
    name: 'an escaped channel name',
    request: get(`${QUERY}/channels/presence%2Droom?info=user%5Fcount`),
    expect: found(
      '{"occupied":true,"user_count":2}',
      '875558f36b5c073cccfc2921230e3dc5abc189174139815250a9bebbf3812e7a',
    ),
  },
  {
    name: 'the users',
    request: get(`${QUERY}/channels/presence-room/users`),
    expect: found(
      '{"users":[{"id":"ada"},{"id":"ben"}]}',
      '65069b0ce9336e39bfe66b16805606edd0e1fbaa54d90e30d44aedcfde7a7e14',
    ),
  },
  {
    name: 'the users of a channel that has none',
    request: get(`${QUERY}/channels/private-orders/users`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"name is \\"private-orders\\", but only presence channels have users: their names start with \\"presence-\\""}',
    ),
  },
  {
    name: 'the client has the answer already',
    request: get(`${QUERY}/channels`, [
      ['If-None-Match', '"48d05da1386ca648017344227373175963f29b15eb7c5af1f850ad3f2bd30f67"'],
    ]),
    expect: notModified('48d05da1386ca648017344227373175963f29b15eb7c5af1f850ad3f2bd30f67'),
  },
  {
    name: 'the client has the answer already, from a proxy that compresses',
    request: get(`${QUERY}/channels`, [
      ['if-none-match', '"a", W/"48d05da1386ca648017344227373175963f29b15eb7c5af1f850ad3f2bd30f67"'],
    ]),
    expect: notModified('48d05da1386ca648017344227373175963f29b15eb7c5af1f850ad3f2bd30f67'),
  },
  {
    name: 'the client has another answer',
    request: get(`${QUERY}/channels`, [['If-None-Match', '"a"']]),
    expect: found(
      '{"channels":{"presence-room":{},"private-orders":{}}}',
      '48d05da1386ca648017344227373175963f29b15eb7c5af1f850ad3f2bd30f67',
    ),
  },
]
