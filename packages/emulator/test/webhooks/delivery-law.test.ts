import { setImmediate as turn } from 'node:timers/promises'
import { createToken } from '@pusherkit/core/signing'
import { expect, it, onTestFinished } from 'vitest'
import { createFeed } from '../../src/feed/feed.ts'
import type { Happening } from '../../src/feed/happening.ts'
import { startWebhooks } from '../../src/webhooks/start-webhooks.ts'
import { readWebhooks } from '../../src/webhooks/webhook-settings.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { unexpected } from '../support/unexpected.ts'
import { createRandom, type Random } from './support/random.ts'
import { APP, type Reaction, type Received, startReceiverWith, verify } from './support/receiver.ts'
import { CHANNELS, expected, tell } from './support/story.ts'

/** Seconds. No wait between tries is as long, so that a timer's time tells what it is for. */
const DELAY = 7
const REACTIONS: readonly [Reaction, ...Reaction[]] = [200, 200, 500, 302, 'reset']

const chooseOptions = (random: Random) => ({
  batch: random.below(2) === 0,
  vacatedDelay: random.pick([DELAY, 0]),
  events: random.pick([
    undefined,
    ['channel_vacated', 'member_added'],
    ['client_event', 'member_removed', 'channel_occupied'],
  ]),
  channelPrefix: random.pick([undefined, 'presence-', 'presence-cache-', 'private-']),
})

/**
 * The story's time is moved by hand, so that it is known what is held; waits between tries pass 1000 times faster. No
 * two webhooks have one time, which tells a repeated body from another one with the same events.
 */
function createClock() {
  const story = new ManualClock()
  const schedule = (action: () => void, ms: number): (() => void) => {
    if (ms === DELAY * 1_000) return story.schedule(action, ms)
    const timer = setTimeout(action, ms === 10_000 ? ms : ms / 1_000)
    return () => clearTimeout(timer)
  }
  let calls = 0
  return { story, now: () => story.now() + calls++, schedule }
}

const byChannel = (happenings: readonly Happening[]): Record<string, Happening[] | undefined> =>
  Object.groupBy(happenings, ({ channel }) => channel)

/** What a channel's webhooks told, tries included: a repeated body counts once, right behind itself. */
function arrivals(received: readonly Received[], channel: string): readonly unknown[] {
  const told = received.map((each) => ({
    body: String(each.rawBody),
    events: (verify(each) as Happening[]).filter((event) => event.channel === channel),
  }))
  const ofChannel = told.filter(({ events }) => events.length > 0)
  return ofChannel
    .filter(({ body }, index) => body !== ofChannel[index - 1]?.body)
    .flatMap(({ events }) => events)
}

it.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'story %i: what matches arrives, in the order of its channel, and nothing else',
  async (seed) => {
    const random = createRandom(seed)
    const options = chooseOptions(random)
    const failures = new Map<string, number>()
    const { url, inbox } = await startReceiverWith(({ rawBody }) => {
      const failed = failures.get(String(rawBody)) ?? 0
      failures.set(String(rawBody), failed + 1)
      return failed === 2 ? 200 : random.pick(REACTIONS)
    })
    const { story, now, schedule } = createClock()
    const feed = createFeed(unexpected)
    const delivered: Happening[] = []
    const webhooks = startWebhooks(
      { token: createToken(APP), feed },
      readWebhooks([{ url, ...options, retryFor: 86_400 }], 'webhooks'),
      {
        now,
        schedule,
        random: random.next,
        warn: unexpected,
        onDelivery: (delivery) => delivery.delivered && delivered.push(...delivery.events),
      },
    )
    onTestFinished(webhooks.close)

    const chapters = tell(random, 40)
    let time = 0
    for (const { at, happening } of chapters) {
      story.advance(at - time)
      time = at
      feed.publish(happening)
      if (random.below(4) === 0) await turn()
    }
    story.advance(DELAY * 1_000)
    await webhooks.idle()

    const { vacatedDelay, events = undefined, channelPrefix = '' } = options
    const wanted = expected(chapters, vacatedDelay * 1_000).filter(
      ({ name, channel }) => (events?.includes(name) ?? true) && channel.startsWith(channelPrefix),
    )
    expect(byChannel(delivered)).toEqual(byChannel(wanted))
    for (const channel of CHANNELS) {
      expect(arrivals(inbox.all, channel)).toEqual(wanted.filter((event) => event.channel === channel))
    }
  },
)
