import { type Case, FORM, json, post } from '../case.ts'

const AUTH = '/pusher/auth'
const object = '{"socket_id":"123.456","channel_name":"private-a"}'

/** What any web site can make a browser post. */
export const crossOrigin: readonly Case[] = [
  {
    name: 'a post from another web site: text/plain',
    request: post(
      AUTH,
      [
        ['Origin', 'https://evil.example'],
        ['Sec-Fetch-Site', 'cross-site'],
        ['Content-Type', 'text/plain'],
        ['Cookie', 'session=ada'],
      ],
      object,
    ),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-type is \\"text/plain\\", but the body is application/x-www-form-urlencoded or application/json"}',
    ),
  },
  {
    name: 'a post from another web site: text/plain with application/json as a parameter',
    request: post(
      AUTH,
      [
        ['Origin', 'https://evil.example'],
        ['Content-Type', 'text/plain; application/json'],
      ],
      object,
    ),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-type is \\"text/plain; application/json\\", but the body is application/x-www-form-urlencoded or application/json"}',
    ),
  },
  {
    name: 'a post from another web site: multipart',
    request: post(
      AUTH,
      [
        ['Origin', 'https://evil.example'],
        ['Content-Type', 'multipart/form-data; boundary=b'],
      ],
      '--b\r\nContent-Disposition: form-data; name="socket_id"\r\n\r\n123.456\r\n--b--\r\n',
    ),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-type is \\"multipart/form-data; boundary=b\\", but the body is application/x-www-form-urlencoded or application/json"}',
    ),
  },
  {
    name: 'a post from another web site: a form, which only the session can refuse',
    request: post(
      AUTH,
      [
        ['Origin', 'https://evil.example'],
        ['Content-Type', FORM],
      ],
      'socket_id=123.456&channel_name=private-session',
    ),
    expect: json(
      403,
      '{"code":"ERR_PUSHER_FORBIDDEN","message":"Subscribing to \\"private-session\\" is not allowed"}',
    ),
  },
]
