import { type Case, get, json } from '../case.ts'
import { because } from './exceptions.ts'
import { found } from './query-answers.ts'

const QUERY = '/pusher/query'

/** Paths of questions that are not understood. */
export const queryPaths: readonly Case[] = [
  {
    name: 'the mount point',
    request: get(QUERY),
    expect: json(
      404,
      '{"code":"ERR_PUSHER_NOT_FOUND","message":"There is nothing at \\"/\\": the questions are /channels, /channels/{name} and /channels/{name}/users"}',
    ),
  },
  {
    name: 'the mount point with a slash',
    request: get(`${QUERY}/`),
    expect: json(
      404,
      '{"code":"ERR_PUSHER_NOT_FOUND","message":"There is nothing at \\"/\\": the questions are /channels, /channels/{name} and /channels/{name}/users"}',
    ),
  },
  {
    name: 'a path that is not known',
    request: get(`${QUERY}/events`),
    expect: json(
      404,
      '{"code":"ERR_PUSHER_NOT_FOUND","message":"There is nothing at \\"/events\\": the questions are /channels, /channels/{name} and /channels/{name}/users"}',
    ),
  },
  {
    name: 'a slash at the end',
    request: get(`${QUERY}/channels/`),
    expect: json(
      404,
      '{"code":"ERR_PUSHER_NOT_FOUND","message":"There is nothing at \\"/channels/\\": the questions are /channels, /channels/{name} and /channels/{name}/users"}',
    ),
  },
  {
    name: 'two slashes',
    request: get(`${QUERY}//channels`),
    expect: json(
      404,
      '{"code":"ERR_PUSHER_NOT_FOUND","message":"There is nothing at \\"//channels\\": the questions are /channels, /channels/{name} and /channels/{name}/users"}',
    ),
  },
  {
    name: 'casing matters',
    request: get(`${QUERY}/Channels`),
    expect: json(
      404,
      '{"code":"ERR_PUSHER_NOT_FOUND","message":"There is nothing at \\"/Channels\\": the questions are /channels, /channels/{name} and /channels/{name}/users"}',
    ),
  },
  {
    name: 'more below a channel',
    request: get(`${QUERY}/channels/presence-room/users/ada`),
    expect: json(
      404,
      '{"code":"ERR_PUSHER_NOT_FOUND","message":"There is nothing at \\"/channels/presence-room/users/ada\\": the questions are /channels, /channels/{name} and /channels/{name}/users"}',
    ),
  },
  {
    name: 'a line break in a channel name',
    request: get(`${QUERY}/channels/a%0A`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"name is \\"a\\\\n\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
  {
    name: 'an escaped slash in a channel name',
    request: get(`${QUERY}/channels/a%2Fusers`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"name is \\"a/users\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
  {
    name: 'an emoji in a channel name',
    request: get(`${QUERY}/channels/%F0%9F%98%80`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"name is \\"😀\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
  {
    name: 'braces in a channel name',
    request: get(`${QUERY}/channels/{name}`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"name is \\"{name}\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
  {
    name: 'an escape that is none',
    request: get(`${QUERY}/channels/a%zz`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"name is \\"a%zz\\", which is not escaped as a URL is"}',
    ),
  },
  {
    name: 'an escape that is not UTF-8',
    request: get(`${QUERY}/channels/a%FF`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"name is \\"a%FF\\", which is not escaped as a URL is"}',
    ),
  },
  {
    name: 'a channel name of 201 characters',
    request: get(`${QUERY}/channels/${'x'.repeat(201)}`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"name is \\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\\", but has 201 characters: at most 200 characters are allowed (164 on hosted Pusher)"}',
    ),
  },
  {
    name: 'two dots, which are the name of a channel',
    request: get(`${QUERY}/channels/..`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"name is \\"..\\", but it cannot stand in a path: it means another folder"}',
    ),
    except: {
      fetch: because(
        'URLs are resolved before a Request is made',
        json(
          404,
          '{"code":"ERR_PUSHER_NOT_FOUND","message":"There is nothing at \\"/\\": the questions are /channels, /channels/{name} and /channels/{name}/users"}',
        ),
      ),
    },
  },
  {
    name: 'a backslash',
    request: get(`${QUERY}/channels\\presence-room`),
    expect: json(
      404,
      '{"code":"ERR_PUSHER_NOT_FOUND","message":"There is nothing at \\"/channels\\\\\\\\presence-room\\": the questions are /channels, /channels/{name} and /channels/{name}/users"}',
    ),
    except: {
      fetch: because(
        'a URL means a slash by it',
        found('{"occupied":true}', '3d20b24e19b88cbb70bed9db6fc82281e51ccaef8c481032972b0de4b71263a6'),
      ),
    },
  },
]
