import type { Happening } from '../../../src/feed/happening.ts'
import type { Random } from './random.ts'
import { added, count, occupied, removed, vacated } from './start.ts'

/** Something that happens, so many ms after the story begins. */
export interface Chapter {
  readonly at: number
  readonly happening: Happening
}

/** Where stories happen. */
export const CHANNELS = ['presence-a', 'presence-b', 'presence-cache-c', 'presence-d'] as const
const USERS = ['1', '2', 'ü 3'] as const

/** Makes up what happens while users come to channels, say something, and go. */
export function tell(random: Random, length: number): readonly Chapter[] {
  const members = new Map<string, Set<string>>(CHANNELS.map((channel) => [channel, new Set()]))
  const chapters: Chapter[] = []
  let at = 0
  while (chapters.length < length) {
    at += random.pick([0, 0, 500, 2_000, 6_999, 7_000])
    const [channel, user] = [random.pick(CHANNELS), random.pick(USERS)]
    const present = members.get(channel) ?? new Set()
    const say = (...happenings: Happening[]): void => {
      chapters.push(...happenings.map((happening) => ({ at, happening })))
    }
    if (!present.has(user)) {
      if (present.size === 0) say(occupied(channel))
      present.add(user)
      say(added(channel, user), count(channel, present.size))
    } else if (random.below(2) === 0) {
      const data = `${chapters.length}`
      say({ name: 'client_event', channel, event: 'client-é', data, socket_id: '1.1', user_id: user })
    } else {
      present.delete(user)
      say(removed(channel, user), count(channel, present.size))
      if (present.size === 0) say(vacated(channel))
    }
  }
  return chapters
}

const isDeparture = ({ name }: Happening): boolean => name === 'channel_vacated' || name === 'member_removed'

/** Whether one event is the return from the other. */
const undoes = (coming: Happening, going: Happening): boolean =>
  coming.channel === going.channel &&
  ((coming.name === 'channel_occupied' && going.name === 'channel_vacated') ||
    (coming.name === 'member_added' && going.name === 'member_removed' && coming.user_id === going.user_id))

/** What is to be told of a story, in order: said the other way round than the code under test says it. */
export function expected(chapters: readonly Chapter[], delay: number): readonly Happening[] {
  const dropped = new Set<Chapter>()
  for (const [index, going] of chapters.entries()) {
    if (!isDeparture(going.happening)) continue
    const coming = chapters.slice(index).find(({ happening }) => undoes(happening, going.happening))
    if (coming && coming.at < going.at + delay) dropped.add(going).add(coming)
  }
  const due = ({ at, happening }: Chapter): number => (isDeparture(happening) ? at + delay : at)
  return chapters
    .filter((chapter) => !dropped.has(chapter))
    .toSorted((a, b) => due(a) - due(b) || a.at - b.at)
    .map(({ happening }) => happening)
}
