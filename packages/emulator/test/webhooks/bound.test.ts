import { expect, it } from 'vitest'
import { startReceiver } from './support/receiver.ts'
import { count, start } from './support/start.ts'

it('10,000 events wait for an endpoint; others are dropped, with one warning', async () => {
  const { url } = await startReceiver('nothing')
  const { publish, webhooks, warnings } = start({ url: `${url}?token=hush` })

  for (let index = 0; index < 10_002; index++) publish(count('a', index))

  expect(warnings).toEqual([`Webhooks to ${url}: 10000 events wait; others are dropped`])
  await webhooks.close()
})
