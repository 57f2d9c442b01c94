import { type Case, FORM, JSON_TYPE, json, post } from '../case.ts'
import { because, parsed } from './exceptions.ts'

const AUTH = '/pusher/auth'

/** Fields that somebody made up to change an object, or to be read in two ways. */
export const hostileFields: readonly Case[] = [
  {
    name: 'a socket id given twice',
    request: post(AUTH, FORM, 'socket_id=1.2&socket_id=3.4&channel_name=private-a'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"socket_id\\" is given more than once"}',
    ),
    except: parsed(
      'parsers make an array of them',
      json(
        400,
        '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"socket_id\\" is an array of 2, but it is text, given once"}',
      ),
    ),
  },
  {
    name: 'a further field given twice',
    request: post(AUTH, FORM, 'socket_id=1.2&channel_name=private-a&token=a&token=b'),
    expect: json(400, '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"token\\" is given more than once"}'),
    except: parsed(
      'parsers make an array of them',
      json(
        400,
        '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"token\\" is an array of 2, but it is text, given once"}',
      ),
    ),
  },
  {
    name: '__proto__ in JSON',
    request: post(
      AUTH,
      JSON_TYPE,
      '{"__proto__":{"admin":"1"},"socket_id":"123.456","channel_name":"private-a"}',
    ),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"__proto__\\" is not allowed as the name of a field"}',
    ),
  },
  {
    name: '__proto__ in a form',
    request: post(AUTH, FORM, '__proto__=1&socket_id=123.456&channel_name=private-a'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"__proto__\\" is not allowed as the name of a field"}',
    ),
    except: {
      qs: because(
        'qs has dropped the field',
        json(
          200,
          '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
        ),
      ),
    },
  },
  {
    name: '__proto__ with brackets in a form',
    request: post(AUTH, FORM, '__proto__[admin]=1&socket_id=123.456&channel_name=private-a'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"__proto__[admin]\\" is not a field that is read here: it has brackets"}',
    ),
    except: {
      'qs, nested': because(
        'qs has dropped the field',
        json(
          200,
          '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
        ),
      ),
    },
  },
  {
    name: 'constructor in a form',
    request: post(AUTH, FORM, 'constructor=1&socket_id=123.456&channel_name=private-a'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"constructor\\" is not allowed as the name of a field"}',
    ),
  },
  {
    name: 'constructor.prototype in JSON',
    request: post(
      AUTH,
      JSON_TYPE,
      '{"constructor":{"prototype":{}},"socket_id":"123.456","channel_name":"private-a"}',
    ),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"constructor\\" is not allowed as the name of a field"}',
    ),
  },
  {
    name: 'prototype in JSON',
    request: post(AUTH, JSON_TYPE, '{"prototype":"1","socket_id":"123.456","channel_name":"private-a"}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"prototype\\" is not allowed as the name of a field"}',
    ),
  },
  {
    name: 'names of methods of Object, which are names like others',
    request: post(AUTH, JSON_TYPE, '{"toString":"1","socket_id":"123.456","channel_name":"private-a"}'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'nested brackets in a further field',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-a&user[name]=ada'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"user[name]\\" is not a field that is read here: it has brackets"}',
    ),
    except: {
      'qs, nested': because(
        'qs makes objects and arrays of brackets',
        json(
          400,
          '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"user\\" is an object, but it is text, given once"}',
        ),
      ),
    },
  },
  {
    name: 'nested brackets in the channel name',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name[a][b]=private-a'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"channel_name[a][b]\\" is not a field that is read here: it has brackets"}',
    ),
    except: {
      'qs, nested': because(
        'qs makes objects and arrays of brackets',
        json(
          400,
          '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"An item of channel_name is an object, but it is text, given once"}',
        ),
      ),
    },
  },
  {
    name: 'brackets behind the socket id',
    request: post(AUTH, FORM, 'socket_id[]=123.456&channel_name=private-a'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"socket_id[]\\" is not a field that is read here: it has brackets"}',
    ),
    except: {
      'qs, nested': because(
        'qs makes objects and arrays of brackets',
        json(
          400,
          '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"\\"socket_id\\" is an array of 1, but it is text, given once"}',
        ),
      ),
    },
  },
  {
    name: '1,001 fields',
    request: post(
      AUTH,
      JSON_TYPE,
      `{${Array.from({ length: 999 }, (_, i) => `"f${i}":""`)},"socket_id":"1.2","channel_name":"private-a"}`,
    ),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"The body has 1001 fields, but at most 1000 are read"}',
    ),
  },
]
