import { Pusher } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import type { Page } from 'playwright-core'
import { beforeEach } from 'vitest'
import { openConsole } from './console-page.ts'
import { type Pages, setPages } from './pages.ts'

/** What every test of the console begins with. */
export interface Stage {
  /** Another one for each test. */
  readonly emulator: Emulator
  /** Publishes to it. */
  readonly pusher: Pusher
  readonly pages: Pages
  /** Opens the console of the emulator. */
  readonly open: () => Promise<Page>
}

/** Sets the stage: to be called inside of a `describe`. Its fields are there once a test runs. */
export function setStage(): Stage {
  let emulator: Emulator
  let pusher: Pusher
  const pages = setPages()

  beforeEach(async () => {
    emulator = await startEmulator()
    pusher = new Pusher(emulator.serverOptions())
    return () => emulator.close()
  })

  return {
    get emulator() {
      return emulator
    },
    get pusher() {
      return pusher
    },
    pages,
    open: async () => openConsole(await pages.take(), emulator),
  }
}
