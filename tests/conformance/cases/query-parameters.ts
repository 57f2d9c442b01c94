import { type Case, get, json } from '../case.ts'
import { found } from './query-answers.ts'

const QUERY = '/pusher/query'

/** Parameters of questions that are not understood. */
export const queryParameters: readonly Case[] = [
  {
    name: 'a parameter that is not known',
    request: get(`${QUERY}/channels?limit=5`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"limit\\" is not a parameter here: there are filter_by_prefix and info"}',
    ),
  },
  {
    name: 'a parameter __proto__',
    request: get(`${QUERY}/channels?__proto__=5`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"__proto__\\" is not a parameter here: there are filter_by_prefix and info"}',
    ),
  },
  {
    name: 'a parameter with brackets',
    request: get(`${QUERY}/channels?info[]=user_count`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"info[]\\" is not a parameter here: there are filter_by_prefix and info"}',
    ),
  },
  {
    name: 'a parameter given twice: the first counts',
    request: get(`${QUERY}/channels/private-orders?info=subscription_count&info=everything`),
    expect: found(
      '{"occupied":true,"subscription_count":1}',
      '7ae4697d52c7d86932dba23e6923d12364ddd843c6d25881e807cd8494a4f9a1',
    ),
  },
  {
    name: 'an attribute that is not known',
    request: get(`${QUERY}/channels/private-orders?info=everything`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"info is \\"everything\\", but the attributes to ask for here are user_count, subscription_count, cache"}',
    ),
  },
  {
    name: 'an attribute that only presence channels have, of a list without a prefix',
    request: get(`${QUERY}/channels?info=user_count`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"info is \\"user_count\\", which only presence channels have: filter_by_prefix has to start with \\"presence-\\""}',
    ),
  },
  {
    name: 'an attribute that only presence channels have, of another channel',
    request: get(`${QUERY}/channels/private-orders?info=user_count`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"The Channels server refuses this question: does this kind of channel have every attribute that is asked for?"}',
    ),
  },
  {
    name: 'a prefix that no channel has',
    request: get(`${QUERY}/channels?filter_by_prefix=a%0Ab`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"filter_by_prefix is \\"a\\\\nb\\", but it is the start of a channel name, at most 200 characters"}',
    ),
  },
  {
    name: 'a prefix with a plus, which is a space',
    request: get(`${QUERY}/channels?filter_by_prefix=a+b`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"filter_by_prefix is \\"a b\\", but it is the start of a channel name, at most 200 characters"}',
    ),
  },
  {
    name: 'a parameter of users',
    request: get(`${QUERY}/channels/presence-room/users?info=a`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"info\\" is not a parameter here: there are none"}',
    ),
  },
]
