import { type Case, FORM, JSON_TYPE, json, post } from '../case.ts'

const AUTH = '/pusher/auth'
const BATCH = '/lenient/pusher/auth'
const names = (count: number): string =>
  Array.from({ length: count }, (_, index) => `&channel_name[${index}]=private-${index % 2}`).join('')

/** Several channels in one request, as `pusher-js-auth` asks. */
export const channelAuthBatch: readonly Case[] = [
  {
    name: 'two channels',
    request: post(BATCH, FORM, 'socket_id=123.456&channel_name[0]=private-a&channel_name[1]=presence-b'),
    expect: json(
      200,
      '{"private-a":{"status":200,"data":{"auth":"278d425bdf160c739803:d5f0bfb15aedfad4360d72f7d7613b5cd3ee596ba56e80369fb298165158be49"}},"presence-b":{"status":200,"data":{"auth":"278d425bdf160c739803:2898e890933f8fed3a61c2c8564f72bc5f6e4c2404d6d6301fa4895190b74f89","channel_data":"{\\"user_id\\":\\"ada\\",\\"user_info\\":{\\"name\\":\\"Ada 😀\\"}}"}}}',
    ),
  },
  {
    name: 'two channels, with escaped brackets',
    request: post(BATCH, FORM, 'socket_id=1.2&channel_name%5B0%5D=private-a&channel_name%5B1%5D=private-b'),
    expect: json(
      200,
      '{"private-a":{"status":200,"data":{"auth":"278d425bdf160c739803:6f340118606141dfd9ab22e726a70149c8469c0c245ecc5b477984c0b1a61215"}},"private-b":{"status":200,"data":{"auth":"278d425bdf160c739803:bdb0988ff5ff2fcd975452e8ab194b4d2c5e2e756dc0e21309bd537a3da544bd"}}}',
    ),
  },
  {
    name: 'two channels, without indexes',
    request: post(BATCH, FORM, 'socket_id=1.2&channel_name[]=private-a&channel_name[]=private-b'),
    expect: json(
      200,
      '{"private-a":{"status":200,"data":{"auth":"278d425bdf160c739803:6f340118606141dfd9ab22e726a70149c8469c0c245ecc5b477984c0b1a61215"}},"private-b":{"status":200,"data":{"auth":"278d425bdf160c739803:bdb0988ff5ff2fcd975452e8ab194b4d2c5e2e756dc0e21309bd537a3da544bd"}}}',
    ),
  },
  {
    name: 'two channels, as one field given twice',
    request: post(BATCH, FORM, 'socket_id=1.2&channel_name=private-a&channel_name=private-b'),
    expect: json(
      200,
      '{"private-a":{"status":200,"data":{"auth":"278d425bdf160c739803:6f340118606141dfd9ab22e726a70149c8469c0c245ecc5b477984c0b1a61215"}},"private-b":{"status":200,"data":{"auth":"278d425bdf160c739803:bdb0988ff5ff2fcd975452e8ab194b4d2c5e2e756dc0e21309bd537a3da544bd"}}}',
    ),
  },
  {
    name: 'two channels in JSON',
    request: post(BATCH, JSON_TYPE, '{"socket_id":"1.2","channel_name":["private-a","private-b"]}'),
    expect: json(
      200,
      '{"private-a":{"status":200,"data":{"auth":"278d425bdf160c739803:6f340118606141dfd9ab22e726a70149c8469c0c245ecc5b477984c0b1a61215"}},"private-b":{"status":200,"data":{"auth":"278d425bdf160c739803:bdb0988ff5ff2fcd975452e8ab194b4d2c5e2e756dc0e21309bd537a3da544bd"}}}',
    ),
  },
  {
    name: 'a list of one channel',
    request: post(BATCH, FORM, 'socket_id=1.2&channel_name[]=private-a'),
    expect: json(
      200,
      '{"private-a":{"status":200,"data":{"auth":"278d425bdf160c739803:6f340118606141dfd9ab22e726a70149c8469c0c245ecc5b477984c0b1a61215"}}}',
    ),
  },
  {
    name: 'one channel without a list, where lists are allowed',
    request: post(BATCH, FORM, 'socket_id=1.2&channel_name=private-a'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:6f340118606141dfd9ab22e726a70149c8469c0c245ecc5b477984c0b1a61215"}',
    ),
  },
  {
    name: 'the same channel twice is answered once',
    request: post(BATCH, FORM, 'socket_id=1.2&channel_name[]=private-a&channel_name[]=private-a'),
    expect: json(
      200,
      '{"private-a":{"status":200,"data":{"auth":"278d425bdf160c739803:6f340118606141dfd9ab22e726a70149c8469c0c245ecc5b477984c0b1a61215"}}}',
    ),
  },
  {
    name: 'allowed, refused, failed, public and wrong channels: each by itself',
    request: post(
      BATCH,
      JSON_TYPE,
      '{"socket_id":"1.2","channel_name":["private-a","private-no","private-throws","orders","a\\nb",""]}',
    ),
    expect: json(
      200,
      '{"private-a":{"status":200,"data":{"auth":"278d425bdf160c739803:6f340118606141dfd9ab22e726a70149c8469c0c245ecc5b477984c0b1a61215"}},"private-no":{"status":403,"code":"ERR_PUSHER_FORBIDDEN","message":"Subscribing to \\"private-no\\" is not allowed"},"private-throws":{"status":500,"code":"ERR_PUSHER_HOOK","message":"authorize threw: the cause tells what"},"orders":{"status":400,"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"orders\\", but it is public: nobody needs authorization to subscribe"},"a\\nb":{"status":400,"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"a\\\\nb\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"},"":{"status":400,"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"\\", but a channel name has at least one character"}}',
    ),
  },
  {
    name: '__proto__ as a channel of a list',
    request: post(BATCH, JSON_TYPE, '{"socket_id":"1.2","channel_name":["__proto__","private-a"]}'),
    expect: json(
      200,
      '{"__proto__":{"status":400,"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"__proto__\\", but it is public: nobody needs authorization to subscribe"},"private-a":{"status":200,"data":{"auth":"278d425bdf160c739803:6f340118606141dfd9ab22e726a70149c8469c0c245ecc5b477984c0b1a61215"}}}',
    ),
  },
  {
    name: '100 channels',
    request: post(BATCH, FORM, `socket_id=1.2${names(100)}`),
    expect: json(
      200,
      '{"private-0":{"status":200,"data":{"auth":"278d425bdf160c739803:942a169ff88e8d8f35abb05cb784e288c6939fae8d527e7491b390f897448ae9"}},"private-1":{"status":200,"data":{"auth":"278d425bdf160c739803:dc56b64695026bc6eb0b4c525031a3f85829c0a200919a878338ed0fa61e53eb"}}}',
    ),
  },
  {
    name: '101 channels',
    request: post(BATCH, FORM, `socket_id=1.2${names(101)}`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_BATCH","message":"channel_name is a list of 101, but one request asks for at most 100 channels"}',
    ),
  },
  {
    name: 'several channels where one is allowed',
    request: post(AUTH, FORM, 'socket_id=1.2&channel_name[]=private-a&channel_name[]=private-b'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_BATCH","message":"channel_name is a list of 2, but one request asks for one channel. The option batch of the handler allows more"}',
    ),
  },
  {
    name: 'an empty list',
    request: post(BATCH, JSON_TYPE, '{"socket_id":"1.2","channel_name":[]}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"channel_name is missing: send it as a field of a form or of a JSON object"}',
    ),
  },
  {
    name: 'a list with a number',
    request: post(BATCH, JSON_TYPE, '{"socket_id":"1.2","channel_name":["private-a",7]}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"An item of channel_name is 7 (number), but it is text, given once"}',
    ),
  },
  {
    name: 'a list in a list',
    request: post(BATCH, JSON_TYPE, '{"socket_id":"1.2","channel_name":[["private-a"]]}'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"An item of channel_name is an array of 1, but it is text, given once"}',
    ),
  },
  {
    name: 'a list without a socket id',
    request: post(BATCH, FORM, 'channel_name[]=private-a&channel_name[]=private-b'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_PARAMS","message":"socket_id is missing: send it as a field of a form or of a JSON object"}',
    ),
  },
  {
    name: 'a list with a wrong socket id',
    request: post(BATCH, FORM, 'socket_id=1&channel_name[]=private-a&channel_name[]=private-b'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_SOCKET_ID","message":"socket_id is \\"1\\", but a socket id is digits, a dot and digits: \\"123.456\\""}',
    ),
  },
]
