import { type Case, FORM, JSON_TYPE, json, post } from '../case.ts'

const AUTH = '/pusher/auth'

/** Values that somebody made up to get a signature for something else. */
export const hostileValues: readonly Case[] = [
  {
    name: 'a socket id with a colon, to sign another text',
    request: post(AUTH, FORM, 'socket_id=123.456:private-a&channel_name=private-b'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_SOCKET_ID","message":"socket_id is \\"123.456:private-a\\", but a socket id is digits, a dot and digits: \\"123.456\\""}',
    ),
  },
  {
    name: 'a socket id with a line break at its end',
    request: post(AUTH, FORM, 'socket_id=123.456%0A&channel_name=private-a'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_SOCKET_ID","message":"socket_id is \\"123.456\\\\n\\", but a socket id is digits, a dot and digits: \\"123.456\\""}',
    ),
  },
  {
    name: 'an empty socket id',
    request: post(AUTH, FORM, 'socket_id=&channel_name=private-a'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_SOCKET_ID","message":"socket_id is \\"\\", but a socket id is digits, a dot and digits: \\"123.456\\""}',
    ),
  },
  {
    name: 'a channel name with a line break at its end',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-a%0A'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-a\\\\n\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
  {
    name: 'a channel name with a line break in JSON',
    request: post(AUTH, JSON_TYPE, '{"socket_id":"123.456","channel_name":"private-a\\nprivate-b"}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-a\\\\nprivate-b\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
  {
    name: 'a channel name with a colon',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-a:{}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-a:{}\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
  {
    name: 'a channel name with an emoji',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-%F0%9F%98%80'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-😀\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
  {
    name: 'a channel name with a null byte',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-a%00'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-a\\\\u0000\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
  {
    name: 'an empty channel name',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name='),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"\\", but a channel name has at least one character"}',
    ),
  },
  {
    name: 'no socket id',
    request: post(AUTH, FORM, 'channel_name=private-a'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"socket_id is missing: send it as a field of a form or of a JSON object"}',
    ),
  },
  {
    name: 'no channel name',
    request: post(AUTH, FORM, 'socket_id=123.456'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"channel_name is missing: send it as a field of a form or of a JSON object"}',
    ),
  },
  {
    name: 'an array where a socket id belongs',
    request: post(AUTH, JSON_TYPE, '{"socket_id":["123.456"],"channel_name":"private-a"}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"socket_id\\" is an array of 1, but it is text, given once"}',
    ),
  },
  {
    name: 'an array where a channel name belongs',
    request: post(AUTH, JSON_TYPE, '{"socket_id":"123.456","channel_name":["private-a"]}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_BATCH","message":"channel_name is a list of 1, but one request asks for one channel. The option batch of the handler allows more"}',
    ),
  },
  {
    name: 'an object where a channel name belongs',
    request: post(AUTH, JSON_TYPE, '{"socket_id":"123.456","channel_name":{"toString":"private-a"}}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"An item of channel_name is an object, but it is text, given once"}',
    ),
  },
  {
    name: 'a number where a socket id belongs',
    request: post(AUTH, JSON_TYPE, '{"socket_id":123.456,"channel_name":"private-a"}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"socket_id\\" is 123.456 (number), but it is text, given once"}',
    ),
  },
  {
    name: 'null where a channel name belongs',
    request: post(AUTH, JSON_TYPE, '{"socket_id":"123.456","channel_name":null}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"An item of channel_name is null, but it is text, given once"}',
    ),
  },
  {
    name: 'true where a further field belongs',
    request: post(AUTH, JSON_TYPE, '{"socket_id":"123.456","channel_name":"private-a","admin":true}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"admin\\" is true (boolean), but it is text, given once"}',
    ),
  },
]
