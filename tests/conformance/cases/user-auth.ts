import { type Case, FORM, JSON_TYPE, json, post } from '../case.ts'
import { parsed } from './exceptions.ts'

const USER = '/pusher/user-auth'

export const userAuth: readonly Case[] = [
  {
    name: 'a user',
    request: post(USER, FORM, 'socket_id=123.456'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:2c9747f2d0cafe5230897ce32db08ff6e67a07b6631ccb7e45e49cbc1ad65453","user_data":"{\\"id\\":\\"ada\\"}"}',
    ),
  },
  {
    name: 'a user, asked for in JSON',
    request: post(USER, JSON_TYPE, '{"socket_id":"123.456"}'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:2c9747f2d0cafe5230897ce32db08ff6e67a07b6631ccb7e45e49cbc1ad65453","user_data":"{\\"id\\":\\"ada\\"}"}',
    ),
  },
  {
    name: 'a user with a watchlist and an emoji',
    request: post(USER, FORM, 'socket_id=123.456&as=watcher'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:b831bfa10713243e3d4def3c7ce25364b02d96a56073043291525a8c9f82c8ff","user_data":"{\\"id\\":\\"ada\\",\\"user_info\\":{\\"name\\":\\"Ada 😀\\"},\\"watchlist\\":[\\"ben\\",\\"cleo\\"]}"}',
    ),
  },
  {
    name: 'authenticate says null',
    request: post(USER, FORM, 'socket_id=1.2&as=null'),
    expect: json(
      403,
      '{"code":"ERR_PUSHER_FORBIDDEN","message":"This client is not signed in to the application"}',
    ),
  },
  {
    name: 'authenticate says false',
    request: post(USER, FORM, 'socket_id=1.2&as=false'),
    expect: json(
      403,
      '{"code":"ERR_PUSHER_FORBIDDEN","message":"This client is not signed in to the application"}',
    ),
  },
  {
    name: 'authenticate says nothing',
    request: post(USER, FORM, 'socket_id=1.2&as=undefined'),
    expect: json(
      403,
      '{"code":"ERR_PUSHER_FORBIDDEN","message":"This client is not signed in to the application"}',
    ),
  },
  {
    name: 'authenticate throws',
    request: post(USER, FORM, 'socket_id=1.2&as=throws'),
    expect: json(500, '{"code":"ERR_PUSHER_HOOK","message":"authenticate threw: the cause tells what"}'),
  },
  {
    name: 'authenticate returns an id that cannot be signed',
    request: post(USER, FORM, 'socket_id=1.2&as=unusable'),
    expect: json(
      500,
      '{"code":"ERR_PUSHER_HOOK_RESULT","message":"What authenticate returned cannot be signed, for the reason that the cause gives: return { id, user_info?, watchlist? } or false"}',
    ),
  },
  {
    name: "authenticate reads the host's request: signed in",
    request: post(
      USER,
      [
        ['Content-Type', FORM],
        ['cookie', 'session=ada'],
      ],
      'socket_id=1.2&as=session',
    ),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:44d7d37063622e1a72800c0df93d9e2752b6df5ac2aa2d1aa150011366dca7bf","user_data":"{\\"id\\":\\"ada\\"}"}',
    ),
  },
  {
    name: "authenticate reads the host's request: not signed in",
    request: post(USER, FORM, 'socket_id=1.2&as=session'),
    expect: json(
      403,
      '{"code":"ERR_PUSHER_FORBIDDEN","message":"This client is not signed in to the application"}',
    ),
  },
  {
    name: 'no socket id',
    request: post(USER, FORM, 'as=ada'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"socket_id is missing: send it as a field of a form or of a JSON object"}',
    ),
  },
  {
    name: 'a socket id with a colon, to sign another text',
    request: post(USER, FORM, 'socket_id=1.2::user::{}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_SOCKET_ID","message":"socket_id is \\"1.2::user::{}\\", but a socket id is digits, a dot and digits: \\"123.456\\""}',
    ),
  },
  {
    name: 'a list of channels is a further field like others, and no text',
    request: post(USER, JSON_TYPE, '{"socket_id":"1.2","channel_name":["private-a"]}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"channel_name\\" is an array of 1, but it is text, given once"}',
    ),
  },
  {
    name: 'text/plain',
    request: post(USER, 'text/plain', 'socket_id=1.2'),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-type is \\"text/plain\\", but the body is application/x-www-form-urlencoded or application/json"}',
    ),
  },
  {
    name: 'more than the limit of 48 bytes',
    request: post('/elsewhere/pusher/user-auth', FORM, `socket_id=1.2&as=${'x'.repeat(32)}`),
    expect: json(
      413,
      '{"code":"ERR_PUSHER_BODY_TOO_LARGE","message":"The body is larger than the limit of 48 bytes"}',
    ),
    except: parsed(
      'what a parser has read is not counted again',
      json(
        200,
        '{"auth":"278d425bdf160c739803:44d7d37063622e1a72800c0df93d9e2752b6df5ac2aa2d1aa150011366dca7bf","user_data":"{\\"id\\":\\"ada\\"}"}',
      ),
    ),
  },
]
