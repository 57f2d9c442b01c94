import { afterEach } from 'vitest'
import { type LocalChat, startLocally } from '../src/local.ts'
import { Person } from '../src/person.ts'
import type { ChatSettings } from '../src/settings.ts'

const resources: AsyncDisposableStack[] = []
afterEach(() => resources.pop()?.disposeAsync())

/** A chat, its emulator and those who use it. All of it ends with the test. */
export interface Stage {
  readonly chat: LocalChat
  /** Somebody who has signed in. */
  readonly person: (name: string) => Promise<Person>
  /** Somebody who has not. */
  readonly stranger: () => Person
}

export async function stage(settings: Partial<ChatSettings> = {}): Promise<Stage> {
  const stack = new AsyncDisposableStack()
  resources.push(stack)
  const chat = stack.use(await startLocally(settings))
  return {
    chat,
    person: async (name) => stack.use(await Person.signIn(chat, name)),
    stranger: () => stack.use(new Person(chat)),
  }
}
