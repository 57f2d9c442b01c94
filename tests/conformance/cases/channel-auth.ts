import { type Case, FORM, JSON_TYPE, json, post } from '../case.ts'

const AUTH = '/pusher/auth'
const LENIENT = '/lenient/pusher/auth'

/** Which channels are signed. */
export const channelAuth: readonly Case[] = [
  {
    name: 'a private channel: the example of the documentation',
    request: post(AUTH, FORM, 'socket_id=1234.1234&channel_name=private-foobar'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4"}',
    ),
  },
  {
    name: 'a private channel, asked for in JSON',
    request: post(AUTH, JSON_TYPE, '{"socket_id":"123.456","channel_name":"private-orders"}'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:e4d29dffccd4b6efa2fb1839df25d64a1a0f367e65116d15d6f3be66184f45ba"}',
    ),
  },
  {
    name: 'a presence channel, with an emoji in the data of the member',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=presence-room'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:c9931ea851a3c6803f792d7b86c567f32a88452ccf4dce63f83c15c4916618d5","channel_data":"{\\"user_id\\":\\"ada\\",\\"user_info\\":{\\"name\\":\\"Ada 😀\\"}}"}',
    ),
  },
  {
    name: 'an encrypted channel',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-encrypted-orders'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:987e299eed474dbf00e6f2bf47a42e7ae10af03c77f5582a8e772863a23b02a9","shared_secret":"03h1IuLnDPQonMF0BS3W0yAw7QftbgMfpTnD/+kyXKQ="}',
    ),
  },
  {
    name: 'an encrypted channel, of a client without encryption',
    request: post(LENIENT, FORM, 'socket_id=123.456&channel_name=private-encrypted-orders'),
    expect: json(
      500,
      '{"code":"ERR_PUSHER_ENCRYPTION_REQUIRED","message":"channel \\"private-encrypted-orders\\" is end-to-end encrypted, and this client has no key: add the option encryption: createEncryption({ masterKeyBase64 }) of @pusherkit/encryption"}',
    ),
  },
  {
    name: 'a cache channel',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-cache-orders'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:a8bc26effcae29cc132e6f472f2e1a0b5078a6cc6b0ba6375e898b111732e06f"}',
    ),
  },
  {
    name: 'a public channel',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=orders'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"orders\\", but it is public: nobody needs authorization to subscribe"}',
    ),
  },
  {
    name: 'a percent-escaped channel name',
    request: post(AUTH, FORM, 'socket_id=123%2E456&channel_name=private-a%3Db%40c%2Cd'),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:78652ad64fc5767ddb7fdff3b8c741be48d7027876a16f1ae31a31628acee70a"}',
    ),
  },
  {
    name: 'a channel name escaped twice',
    request: post(AUTH, FORM, 'socket_id=123.456&channel_name=private-a%253Db'),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-a%3Db\\", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;"}',
    ),
  },
  {
    name: 'a channel name of 200 characters',
    request: post(AUTH, FORM, `socket_id=123.456&channel_name=private-${'x'.repeat(192)}`),
    expect: json(
      200,
      '{"auth":"278d425bdf160c739803:dc2926e1cdb83331b56cfb8eda5f999dfa72125c5e76c5bdf910fe53db9aaa18"}',
    ),
  },
  {
    name: 'a channel name of 201 characters',
    request: post(AUTH, FORM, `socket_id=123.456&channel_name=private-${'x'.repeat(193)}`),
    expect: json(
      400,
      '{"code":"ERR_PUSHER_INVALID_CHANNEL","message":"channel_name is \\"private-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\\", but has 201 characters: at most 200 characters are allowed (164 on hosted Pusher)"}',
    ),
  },
]
