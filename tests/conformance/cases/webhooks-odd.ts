import { type Case, json, post } from '../case.ts'
import { parsed, refusedFirst, UNANSWERED } from './exceptions.ts'
import { NOT_ITS_SIGNATURE, one, signed, signedOne } from './signed.ts'

const HOOKS = '/pusher/webhooks'

/** Webhooks that no parser makes anything of, each in its own way. */
export const webhooksOdd: readonly Case[] = [
  {
    name: 'signed, and no JSON',
    request: post(
      HOOKS,
      signed('2dad5235e6d6059e8bb6bec2c84bbf2215f126bc67fc1c99684f12aaadbda6dd'),
      'events',
    ),
    expect: json(400, '{"code":"ERR_PUSHER_WEBHOOK","message":"Invalid webhook body: it is not JSON"}'),
    except: refusedFirst(400, 'entity.parse.failed'),
  },
  {
    name: 'signed, and an array',
    request: post(HOOKS, signed('02d9899d5d48537f7b3b7afed9efb8f681fab646a4367a8d23dad2598f3bb2e0'), '[]'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_WEBHOOK","message":"Invalid webhook body: it is not an object { time_ms, events }"}',
    ),
    except: parsed('parsers leave nothing of it, as of a body that is not there', NOT_ITS_SIGNATURE),
  },
  {
    name: 'signed, and without a content type',
    request: post(HOOKS, signedOne.slice(1), one),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_WEBHOOK","message":"Invalid webhook body: its content type is not application/json"}',
    ),
  },
  {
    name: 'an empty body',
    request: post(HOOKS, signed('f92b07dd13def8d24fb329693d44d5c046b416b553728fde26a187adfa9a1987'), ''),
    expect: json(400, '{"code":"ERR_PUSHER_WEBHOOK","message":"Invalid webhook body: it is not JSON"}'),
    except: parsed('parsers leave nothing of it, as of a body that is not there', NOT_ITS_SIGNATURE),
  },
  {
    name: '1,048,577 bytes are too large',
    request: post(HOOKS, signed('abc'), 'x'.repeat(1_048_577)),
    expect: json(
      413,
      '{"code":"ERR_PUSHER_BODY_TOO_LARGE","message":"The body is larger than the limit of 1048576 bytes"}',
    ),
    except: refusedFirst(413, 'entity.too.large'),
  },
  {
    name: 'an aborted upload',
    request: post(HOOKS, signed('abc'), one, 'aborted'),
    expect: json(400, '{"code":"ERR_PUSHER_BODY","message":"The body ended before it was complete"}'),
    except: UNANSWERED,
  },
]
