import { expect, it } from 'vitest'
import { createFeed } from '../../src/feed/feed.ts'
import type { Happening } from '../../src/feed/happening.ts'
import { unexpected } from '../support/unexpected.ts'

const OCCUPIED: Happening = { name: 'channel_occupied', channel: 'a' }

it('listeners hear in the order in which they came, at once', () => {
  const feed = createFeed(unexpected)
  const heard: string[] = []
  feed.subscribe(({ name }) => heard.push(`first ${name}`))
  feed.subscribe(({ name }) => heard.push(`second ${name}`))

  feed.publish(OCCUPIED)

  expect(heard).toEqual(['first channel_occupied', 'second channel_occupied'])
})

it('a listener that ended hears no more, and ending it again does not end another', () => {
  const feed = createFeed(unexpected)
  const heard: Happening[] = []
  const listener = (happening: Happening): unknown => heard.push(happening)
  const end = feed.subscribe(listener)
  feed.subscribe(listener)

  end()
  end()
  feed.publish(OCCUPIED)

  expect(heard).toEqual([OCCUPIED])
})

it('a listener may end itself in the middle', () => {
  const feed = createFeed(unexpected)
  const heard: string[] = []
  const end = feed.subscribe(() => {
    heard.push('once')
    end()
  })
  feed.subscribe(() => heard.push('always'))

  feed.publish(OCCUPIED)
  feed.publish(OCCUPIED)

  expect(heard).toEqual(['once', 'always', 'always'])
})

it('a listener that comes in the middle hears what happens next', () => {
  const feed = createFeed(unexpected)
  const heard: string[] = []
  const end = feed.subscribe(() => {
    end()
    feed.subscribe(({ channel }) => heard.push(channel))
  })

  feed.publish(OCCUPIED)
  feed.publish({ name: 'channel_vacated', channel: 'b' })

  expect(heard).toEqual(['b'])
})

it('a listener that throws stops nobody, and its error is a warning', () => {
  const warnings: unknown[] = []
  const feed = createFeed((warning) => warnings.push(warning))
  const heard: Happening[] = []
  const error = new Error('listener')
  feed.subscribe(() => {
    throw error
  })
  feed.subscribe((happening) => heard.push(happening))

  feed.publish(OCCUPIED)

  expect(heard).toEqual([OCCUPIED])
  expect(warnings).toEqual([error])
})
