import { type Case, FORM, JSON_TYPE, json, post } from '../case.ts'

const AUTH = '/pusher/auth'
const LENIENT = '/lenient/pusher/auth'

/** What the hook decides, and what it is told. */
export const channelAuthHook: readonly Case[] = [
  {
    name: 'a user on a private channel is no more than a yes',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-user'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:c00fc01ddf4a974b78dfed68625587f2cf2865dc69c8bac114c7f8c53a4e621c"}',
    ),
  },
  {
    name: 'true for a presence channel',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=presence-true'),
    expect: json(
      500,
      '{"code":"ERR_PUSHER_HOOK_RESULT","message":"authorize returned true for a presence channel, whose members are told who subscribes: return { user_id, user_info? }, or create the handler with strict: false if your clients are signed in"}',
    ),
  },
  {
    name: 'true for a presence channel, without strict',
    request: post(LENIENT, FORM, 'socket_id=123.456&channel_name=presence-true'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:17df1eb5d43e333a6320b5f3b7969c4f5fa0b5c1c4cda06829adbb0d203ebc29"}',
    ),
  },
  {
    name: 'authorize says false',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-no'),
    expect: json(
      403,
      '{"code":"ERR_PUSHER_FORBIDDEN","message":"Subscribing to \\"private-no\\" is not allowed"}',
    ),
  },
  {
    name: 'authorize says nothing',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-nothing'),
    expect: json(
      403,
      '{"code":"ERR_PUSHER_FORBIDDEN","message":"Subscribing to \\"private-nothing\\" is not allowed"}',
    ),
  },
  {
    name: 'authorize throws',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-throws'),
    expect: json(500, '{"code":"ERR_PUSHER_HOOK","message":"authorize threw: the cause tells what"}'),
  },
  {
    name: 'authorize rejects',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-rejects'),
    expect: json(500, '{"code":"ERR_PUSHER_HOOK","message":"authorize threw: the cause tells what"}'),
  },
  {
    name: 'authorize returns a text, which is no yes',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-yes-as-text'),
    expect: json(
      500,
      '{"code":"ERR_PUSHER_HOOK_RESULT","message":"authorize returned neither a decision nor a user: return true, false, or on presence channels { user_id, user_info? }"}',
    ),
  },
  {
    name: 'authorize returns a user that cannot be signed',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=presence-unusable'),
    expect: json(
      500,
      '{"code":"ERR_PUSHER_HOOK_RESULT","message":"What authorize returned cannot be signed, for the reason that the cause gives: return true, false, or on presence channels { user_id, user_info? }"}',
    ),
  },
  {
    name: "authorize reads the host's request: signed in",
    request: post(
      AUTH,
      [
        ['content-type', FORM],
        ['Cookie', 'session=ada'],
      ],
      'socket_id=123.456&channel_name=private-session',
    ),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:2a88f72fd6d13e4f1b6a76f388e4731a8ae6c9313cbb1a3d77b539ab8df662d1"}',
    ),
  },
  {
    name: "authorize reads the host's request: not signed in",
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-session'),
    expect: json(
      403,
      '{"code":"ERR_PUSHER_FORBIDDEN","message":"Subscribing to \\"private-session\\" is not allowed"}',
    ),
  },
  {
    name: 'further fields of a form, with escapes, a plus and an emoji',
    request: post(
      AUTH,
      FORM,
      'token=a+%C3%A9%2B%26%F0%9F%98%80&socket_id=123.456&channel_name=private-params',
    ),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:74f240d94a94821884fac9a9c7aacaa691adc85256d17441684ae8807590c29b"}',
    ),
  },
  {
    name: 'further fields of JSON, escaped and not',
    request: post(
      AUTH,
      JSON_TYPE,
      '{"token":"a \\u00e9+&😀","socket_id":"123.456","channel_name":"private-params"}',
    ),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:74f240d94a94821884fac9a9c7aacaa691adc85256d17441684ae8807590c29b"}',
    ),
  },
]
