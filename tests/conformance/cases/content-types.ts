import { type Case, FORM, JSON_TYPE, json, post } from '../case.ts'
import { refusedFirst } from './exceptions.ts'

const AUTH = '/pusher/auth'
const form = 'socket_id=123.456&channel_name=private-a'
const object = '{"socket_id":"123.456","channel_name":"private-a"}'

/** What a body may say of itself, shown with channel authorization. */
export const contentTypes: readonly Case[] = [
  {
    name: 'no content type is a form',
    request: post(AUTH, [], form),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'an empty content type is a form',
    request: post(AUTH, '', form),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'a form with a charset',
    request: post(AUTH, `${FORM}; charset=UTF-8`, form),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'odd casing',
    request: post(AUTH, 'Application/JSON', object),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'a header name in capitals, a charset in odd casing',
    request: post(AUTH, [['CONTENT-TYPE', 'APPLICATION/X-WWW-FORM-URLENCODED;CHARSET=Utf-8']], form),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'JSON with a charset',
    request: post(AUTH, `${JSON_TYPE}; charset=utf-8`, object),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'JSON with a quoted charset',
    request: post(AUTH, `${JSON_TYPE}; charset="utf-8"`, object),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'JSON with another parameter',
    request: post(AUTH, `${JSON_TYPE}; version=1`, object),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
    ),
  },
  {
    name: 'JSON in UTF-16',
    request: post(AUTH, `${JSON_TYPE}; charset=utf-16`, Buffer.from(`\ufeff${object}`, 'utf16le')),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-type is \\"application/json; charset=utf-16\\", but the charset is utf-8"}',
    ),
  },
  {
    name: 'JSON in Latin 1',
    request: post(AUTH, `${JSON_TYPE}; charset=iso-8859-1`, object),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-type is \\"application/json; charset=iso-8859-1\\", but the charset is utf-8"}',
    ),
    except: refusedFirst(415, 'charset.unsupported'),
  },
  {
    name: 'a form in UTF-16',
    request: post(AUTH, `${FORM}; charset=utf-16`, Buffer.from(form, 'utf16le')),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-type is \\"application/x-www-form-urlencoded; charset=utf-16\\", but the charset is utf-8"}',
    ),
    except: refusedFirst(415, 'charset.unsupported'),
  },
  {
    name: 'JSON that says it is a form',
    request: post(AUTH, FORM, object),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"socket_id is missing: send it as a field of a form or of a JSON object"}',
    ),
  },
  {
    name: 'a form that says it is JSON',
    request: post(AUTH, JSON_TYPE, form),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_BODY","message":"The body is \\"socket_id=123.456&channel_name=private-a\\", which is not JSON"}',
    ),
    except: refusedFirst(400, 'entity.parse.failed'),
  },
  {
    name: 'JSON of another type',
    request: post(AUTH, 'application/vnd.api+json', object),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-type is \\"application/vnd.api+json\\", but the body is application/x-www-form-urlencoded or application/json"}',
    ),
  },
  {
    name: 'XML',
    request: post(AUTH, 'application/xml', '<a/>'),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-type is \\"application/xml\\", but the body is application/x-www-form-urlencoded or application/json"}',
    ),
  },
  {
    name: 'a name that every object has',
    request: post(AUTH, 'constructor', form),
    expect: json(
      415,
      '{"code":"ERR_PUSHER_CONTENT_TYPE","message":"content-type is \\"constructor\\", but the body is application/x-www-form-urlencoded or application/json"}',
    ),
  },
]
