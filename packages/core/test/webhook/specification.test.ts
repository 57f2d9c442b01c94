import { expect, test } from 'vitest'
import { createToken } from '../../src/signing/index.ts'
import { Webhook } from '../../src/webhook/webhook.ts'

// The tests that the specification for server libraries names. Bodies and signatures are written out: the signatures
// come from `openssl dgst -sha256 -hmac tofu`.
const token = createToken({ key: '123456789', secret: 'tofu' })
const receive = (headers: Record<string, string>, rawBody?: string): Webhook =>
  new Webhook(
    token,
    { headers: { 'Content-Type': 'application/json', ...headers }, rawBody },
    { now: () => 1403175510755 },
  )
const signed = (signature: string, rawBody?: string): Webhook =>
  receive({ 'X-Pusher-Key': '123456789', 'X-Pusher-Signature': signature }, rawBody)

const VACATED = '{"time_ms":1403175510755,"events":[{"channel":"test_channel","name":"channel_vacated"}]}'
const VACATED_SIGNATURE = 'c17257e92037cd7de407ebc1ed174ceb7b2e518db127f44411b9ffc4f5b28cc5'

test('testInvalidPusherKeyHeaderWebhookFails', () => {
  const webhook = receive({ 'X-Pusher-Key': '000', 'X-Pusher-Signature': VACATED_SIGNATURE }, VACATED)
  expect(webhook.isValid()).toBe(false)
})

test('testInvalidPusherSignatureHeaderWebhookFails', () => {
  expect(signed('000', VACATED).isValid()).toBe(false)
  expect(signed(VACATED_SIGNATURE.replace('c1', 'c2'), VACATED).isValid()).toBe(false)
})

test('testMissingBodyDataWebhookFails', () => {
  expect(signed(VACATED_SIGNATURE).isValid()).toBe(false)
  // The signature of an empty body.
  const empty = '23874ce1b05913e4b76cd759c465d805afba0d80e12584b81033d0a972d1241b'
  expect(signed(empty, '').isValid()).toBe(false)
})

test('testMissingPusherKeyHeaderWebhookFails', () => {
  expect(receive({ 'X-Pusher-Signature': VACATED_SIGNATURE }, VACATED).isValid()).toBe(false)
})

test('testMissingPusherSignatureHeaderWebhookFails', () => {
  expect(receive({ 'X-Pusher-Key': '123456789' }, VACATED).isValid()).toBe(false)
})

test('testVerifyChannelOccupiedWebhookSucceeds', () => {
  const webhook = signed(
    '8ea4bff95cf70466b709c6eba5da0d59c45e55e1867d9f42d96cb03ce31ba467',
    '{"time_ms":1403175510755,"events":[{"channel":"test_channel","name":"channel_occupied"}]}',
  )
  expect(webhook.isValid()).toBe(true)
  expect(webhook.getEvents()).toEqual([{ name: 'channel_occupied', channel: 'test_channel' }])
})

test('testVerifyChannelVacatedWebhookSucceeds', () => {
  const webhook = signed(VACATED_SIGNATURE, VACATED)
  expect(webhook.isValid()).toBe(true)
  expect(webhook.getEvents()).toEqual([{ name: 'channel_vacated', channel: 'test_channel' }])
})

test('testVerifyClientEventWebhookSucceeds', () => {
  const webhook = signed(
    '24945f50d067bc40b7207cc812d0625b9337b4f14f1a1aed7972b74d70460cdf',
    '{"time_ms":1403175510755,"events":[{"name":"client_event","channel":"presence-room","event":"client-typing","data":"{\\"on\\":true}","socket_id":"123.456","user_id":"7"}]}',
  )
  expect(webhook.isValid()).toBe(true)
  expect(webhook.getEvents()).toEqual([
    {
      name: 'client_event',
      channel: 'presence-room',
      event: 'client-typing',
      data: '{"on":true}',
      socket_id: '123.456',
      user_id: '7',
    },
  ])
})

test('testVerifyMemberAddedWebhookSucceeds', () => {
  const webhook = signed(
    'd59471fe52890ef978a846f146c2af91c2c3c2039c428d60d24e0108781ef581',
    '{"time_ms":1403175510755,"events":[{"channel":"presence-room","name":"member_added","user_id":"7"}]}',
  )
  expect(webhook.isValid()).toBe(true)
  expect(webhook.getEvents()).toEqual([{ name: 'member_added', channel: 'presence-room', user_id: '7' }])
})

test('testVerifyMemberRemovedWebhookSucceeds', () => {
  const webhook = signed(
    '49604cd6a98f7c68bc4cd6a3bcfc23191c0d53addb9ecbb46fcccc98d3904f60',
    '{"time_ms":1403175510755,"events":[{"channel":"presence-room","name":"member_removed","user_id":"7"}]}',
  )
  expect(webhook.isValid()).toBe(true)
  expect(webhook.getEvents()).toEqual([{ name: 'member_removed', channel: 'presence-room', user_id: '7' }])
})
