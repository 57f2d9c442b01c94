import { type Case, FORM, JSON_TYPE, json, post } from '../case.ts'
import { because, parsed, refusedFirst } from './exceptions.ts'

const AUTH = '/pusher/auth'
const form = 'socket_id=123.456&channel_name=private-a'
const object = '{"socket_id":"123.456","channel_name":"private-a"}'

/** Bodies that are not what their content type says, shown with channel authorization. */
export const bodyText: readonly Case[] = [
  {
    name: 'empty JSON',
    request: post(AUTH, JSON_TYPE, ''),
    expect: json(400, '{"code":"ERR_PUSHER_BODY","message":"The body is \\"\\", which is not JSON"}'),
    except: parsed(
      'parsers take an empty body for an empty object',
      json(
        400,
        '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"socket_id is missing: send it as a field of a form or of a JSON object"}',
      ),
    ),
  },
  {
    name: 'JSON that is cut off',
    request: post(AUTH, JSON_TYPE, '{"socket_id":"123.456"'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_BODY","message":"The body is \\"{\\\\\\"socket_id\\\\\\":\\\\\\"123.456\\\\\\"\\", which is not JSON"}',
    ),
    except: refusedFirst(400, 'entity.parse.failed'),
  },
  {
    name: 'JSON that is an array',
    request: post(AUTH, JSON_TYPE, `[${object}]`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_BODY","message":"The body is an array of 1, but it is an object with the fields"}',
    ),
  },
  {
    name: 'JSON that is null',
    request: post(AUTH, JSON_TYPE, 'null'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_BODY","message":"The body is null, but it is an object with the fields"}',
    ),
    except: refusedFirst(400, 'entity.parse.failed'),
  },
  {
    name: 'JSON that is a text',
    request: post(AUTH, JSON_TYPE, '"socket_id"'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_BODY","message":"The body is \\"socket_id\\", but it is an object with the fields"}',
    ),
    except: refusedFirst(400, 'entity.parse.failed'),
  },
  {
    name: 'an empty object',
    request: post(AUTH, JSON_TYPE, '{}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"socket_id is missing: send it as a field of a form or of a JSON object"}',
    ),
  },
  {
    name: 'JSON after a byte order mark',
    request: post(AUTH, JSON_TYPE, `\ufeff${object}`),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'JSON that is not UTF-8',
    request: post(
      AUTH,
      JSON_TYPE,
      Buffer.from('{"socket_id":"123.456","channel_name":"private-\xff"}', 'latin1'),
    ),
    expect: json(400, '{"code":"ERR_PUSHER_BODY","message":"The body is not UTF-8"}'),
    except: parsed(
      'the parser has put a replacement character in its place',
      json(
        400,
        '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-�\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
      ),
    ),
  },
  {
    name: 'a form whose bytes are not UTF-8',
    request: post(AUTH, FORM, Buffer.from(`${form}\xff`, 'latin1')),
    expect: json(400, '{"code":"ERR_PUSHER_BODY","message":"The body is not UTF-8"}'),
    except: parsed(
      'the parser has put a replacement character in its place',
      json(
        400,
        '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-a�\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
      ),
    ),
  },
  {
    name: 'a form whose escapes are not UTF-8',
    request: post(AUTH, FORM, `${form}%FF`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-a�\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
    except: {
      qs: because(
        'qs leaves them as they are',
        json(
          400,
          '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-a%FF\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
        ),
      ),
    },
  },
  {
    name: 'a form with an escape that is none',
    request: post(AUTH, FORM, `${form}%zz`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-a%zz\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
]
