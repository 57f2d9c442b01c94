import { expect, it } from 'vitest'
import { createAppTable } from '../../src/apps/app-table.ts'
import { Session } from '../../src/console/session.ts'
import { createManualClock } from '../../src/emulator.ts'
import { createJournal } from '../../src/journal/create-journal.ts'
import { readSettings } from '../../src/options/settings.ts'

const DATA = 'x'.repeat(16_000)

it('what waits for a page that does not read is bounded, and counted', async () => {
  const clock = createManualClock()
  const world = { clock, random: () => 0, warn: () => {} }
  const journal = createJournal(10, world)
  const apps = createAppTable(readSettings().apps, world, journal)
  const [app] = apps.all
  if (!app) throw new Error('There is one app')
  // A socket that nobody reads from.
  const frames: string[] = []
  const socket = {
    send: (text: string) => frames.push(text),
    get bufferedAmount() {
      return frames.join('').length
    },
  }
  const answer = () => expect.unreachable('nothing is published')
  const session = new Session(socket, app, { apps, journal, clock, answer, token: undefined, run: 'run' })
  const happen = (): void =>
    app.record({ kind: 'event', channel: 'c', event: 'e', data: DATA, recipients: 0 })

  for (let second = 0; second < 20; second++) {
    for (let n = 0; n < 1_000; n++) happen()
    await clock.advance(1_000)
  }

  expect(socket.bufferedAmount).toBeLessThan(1_048_576 + 524_288 + 100_000)

  frames.length = 0
  happen()
  await clock.advance(100)
  const [message = ''] = frames
  expect(JSON.parse(message)).toMatchObject({ type: 'entries', skipped: expect.any(Number) })
  expect(JSON.parse(message).skipped).toBeGreaterThan(15_000)
  session.close()
  expect(clock.pending).toBe(0)
})
