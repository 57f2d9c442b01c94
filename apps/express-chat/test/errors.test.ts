import { expect, test, vi } from 'vitest'
import { stage } from './support.ts'

test('with nobody to publish to, the sender gets a plain sentence, and the log the reason', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { chat, person } = await stage()
  const ana = await person('Ana')
  await chat.emulator.close()
  expect(await ana.ask('POST', '/rooms/lobby/messages', { text: 'Anybody?' })).toEqual({
    status: 502,
    body: { error: 'It could not be delivered. Please try again.' },
  })
  expect(log).toHaveBeenCalledWith(expect.stringMatching(/^POST http:.* got no answer/))
})

test('a body that is no JSON is refused without internals', async () => {
  const { chat } = await stage()
  const response = await fetch(`${chat.url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ error: 'The request could not be read.' })
})
