import { type Case, type CaseRequest, FORM, get, json, post } from '../case.ts'

const form = 'socket_id=123.456&channel_name=private-a'
const ask = (method: string, path: string, body?: string): CaseRequest =>
  body === undefined ? { ...get(path), method } : { ...post(path, FORM, body), method }

/** Which methods are answered. */
export const methods: readonly Case[] = [
  {
    name: 'GET of channel authorization',
    request: ask('GET', `/pusher/auth?${form}`),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"GET\\", but only POST is answered"}',
      { allow: 'POST' },
    ),
  },
  {
    name: 'JSONP is not spoken',
    request: ask('GET', `/pusher/auth?callback=f&${form}`),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"GET\\", but only POST is answered"}',
      { allow: 'POST' },
    ),
  },
  {
    name: 'HEAD of channel authorization',
    request: ask('HEAD', '/pusher/auth'),
    expect: json(405, '', { allow: 'POST' }),
  },
  {
    name: 'PUT of channel authorization',
    request: ask('PUT', '/pusher/auth', form),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"PUT\\", but only POST is answered"}',
      { allow: 'POST' },
    ),
  },
  {
    name: 'PATCH of channel authorization',
    request: ask('PATCH', '/pusher/auth', form),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"PATCH\\", but only POST is answered"}',
      { allow: 'POST' },
    ),
  },
  {
    name: 'DELETE of channel authorization',
    request: ask('DELETE', '/pusher/auth'),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"DELETE\\", but only POST is answered"}',
      { allow: 'POST' },
    ),
  },
  {
    name: 'OPTIONS of channel authorization: CORS is for the application',
    request: ask('OPTIONS', '/pusher/auth'),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"OPTIONS\\", but only POST is answered"}',
      { allow: 'POST' },
    ),
  },
  {
    name: 'GET of user authentication',
    request: ask('GET', '/pusher/user-auth'),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"GET\\", but only POST is answered"}',
      { allow: 'POST' },
    ),
  },
  {
    name: 'PUT of user authentication',
    request: ask('PUT', '/pusher/user-auth', form),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"PUT\\", but only POST is answered"}',
      { allow: 'POST' },
    ),
  },
  {
    name: 'GET of webhooks',
    request: ask('GET', '/pusher/webhooks'),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"GET\\", but only POST is answered"}',
      { allow: 'POST' },
    ),
  },
  {
    name: 'PUT of webhooks',
    request: ask('PUT', '/pusher/webhooks', form),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"PUT\\", but only POST is answered"}',
      { allow: 'POST' },
    ),
  },
  {
    name: 'POST of a question',
    request: ask('POST', '/pusher/query/channels', form),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"POST\\", but only GET and HEAD are answered"}',
      { allow: 'GET, HEAD' },
    ),
  },
  {
    name: 'PUT of a question',
    request: ask('PUT', '/pusher/query/channels', form),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"PUT\\", but only GET and HEAD are answered"}',
      { allow: 'GET, HEAD' },
    ),
  },
  {
    name: 'DELETE of a question',
    request: ask('DELETE', '/pusher/query/channels'),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"DELETE\\", but only GET and HEAD are answered"}',
      { allow: 'GET, HEAD' },
    ),
  },
  {
    name: 'OPTIONS of a question',
    request: ask('OPTIONS', '/pusher/query/channels'),
    expect: json(
      405,
      '{"code":"ERR_PUSHER_METHOD","message":"The method is \\"OPTIONS\\", but only GET and HEAD are answered"}',
      { allow: 'GET, HEAD' },
    ),
  },
]
