import { type Answer, type Case, json, refusedByParser, type Trait } from '../case.ts'
import { because } from './exceptions.ts'

type Exceptions = NonNullable<Case['except']>

/** JSON that Nest answers by itself. */
const says = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body,
})

const unrouted = (path: string, trait: Trait = 'nest'): Exceptions => ({
  [trait]: because(
    'Nest has no route there, which its own filters are to see',
    says(404, `{"message":"Cannot GET /pusher/query${path}","error":"Not Found","statusCode":404}`),
  ),
})

const undecodable = (parameter: string): Exceptions => ({
  nest: because(
    'the router decodes parameters',
    says(400, `{"message":"Failed to decode param '${parameter}'","error":"Bad Request","statusCode":400}`),
  ),
  ...refusedByRouter(400, 'FST_ERR_BAD_URL'),
})

/** In the application's own words: see `hosts/nest/platforms.ts`. */
const refusedByRouter = (status: number, code: string): Exceptions => ({
  fastify: because('the router refuses it first', refusedByParser(status, code)),
})

const refused = (status: number, message: string, trait: Trait = 'fastify, parser'): Exceptions => ({
  [trait]: because(
    'Fastify refuses it before a handler is asked',
    says(status, `{"statusCode":${status},"message":"${message}"}`),
  ),
})
const UNKNOWN_TYPE = refused(415, 'Unsupported Media Type')
const NO_TYPE = refused(415, 'Unsupported Media Type', 'fastify')
const NOT_JSON = refused(400, "Body is not valid JSON but content-type is set to 'application/json'")
const EMPTY = refused(400, "Body cannot be empty when content-type is set to 'application/json'")

const parsed = (why: string, answer: Answer): Exceptions => ({ 'fastify, parsed': because(why, answer) })

/** Where Nest and its platforms answer differently from other hosts, by topic and row. */
export const onNest: Readonly<Record<string, Readonly<Record<string, Exceptions>>>> = {
  'hostile fields': {
    '__proto__ in JSON': NOT_JSON,
    'constructor.prototype in JSON': NOT_JSON,
    '__proto__ in a form': {
      'fastify, Nest 12': because(
        'Nest 12 looks for it in forms',
        says(
          400,
          '{"message":"Object contains forbidden prototype property","error":"Bad Request","statusCode":400}',
        ),
      ),
    },
  },
  'posts from other web sites': { 'a post from another web site: multipart': UNKNOWN_TYPE },
  'content types': {
    'no content type is a form': UNKNOWN_TYPE,
    'an empty content type is a form': NO_TYPE,
    'a name that every object has': NO_TYPE,
    'JSON in UTF-16': NOT_JSON,
    'a form that says it is JSON': NOT_JSON,
    'JSON of another type': UNKNOWN_TYPE,
    XML: UNKNOWN_TYPE,
  },
  'bodies by size': {
    'no body': UNKNOWN_TYPE,
    'compressed JSON': NOT_JSON,
    'a compressed form': parsed(
      'the parser takes compressed bytes for a form',
      json(
        400,
        '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"socket_id is missing: send it as a field of a form or of a JSON object"}',
      ),
    ),
    'a compression that nobody knows': parsed(
      'the parser does not look at encodings',
      json(
        200,
        '{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}',
      ),
    ),
  },
  'bodies by content': {
    'empty JSON': EMPTY,
    'JSON that is cut off': NOT_JSON,
    'JSON that is null': parsed(
      'the parser has left nothing',
      json(400, '{"code":"ERR_PUSHER_BODY","message":"The body could not be read or decoded"}'),
    ),
    'JSON that is a text': parsed(
      'the parser has left the text',
      json(400, '{"code":"ERR_PUSHER_BODY","message":"The body is \\"socket_id\\", which is not JSON"}'),
    ),
    'a form whose escapes are not UTF-8': parsed(
      'the parser leaves such escapes as they are',
      json(
        400,
        '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-a%FF\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
      ),
    ),
  },
  webhooks: { '__proto__ in the body': NOT_JSON },
  'signatures of webhooks': { 'a compressed body': NOT_JSON },
  'odd webhooks': {
    'signed, and no JSON': NOT_JSON,
    'signed, and without a content type': UNKNOWN_TYPE,
    'an empty body': EMPTY,
    '1,048,577 bytes are too large': refused(413, 'Request body is too large'),
  },
  'paths of queries': {
    'the mount point': unrouted(''),
    'the mount point with a slash': unrouted('/'),
    'a path that is not known': unrouted('/events'),
    'a slash at the end': unrouted('/channels/', 'fastify'),
    'two slashes': unrouted('//channels'),
    'casing matters': unrouted('/Channels', 'fastify'),
    'more below a channel': unrouted('/channels/presence-room/users/ada'),
    'an escape that is none': undecodable('a%zz'),
    'an escape that is not UTF-8': undecodable('a%FF'),
    'a channel name of 201 characters': refusedByRouter(414, 'FST_ERR_MAX_PARAM_LENGTH'),
    'a backslash': unrouted('/channels\\\\presence-room'),
  },
}
