import { Pusher } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { launchChromium, noChromium } from './chromium.ts'
import { openConsole } from './console-page.ts'

/** What every test of the console begins with. */
export interface Stage {
  /** Another one for each test. */
  readonly emulator: Emulator
  /** Publishes to it. */
  readonly pusher: Pusher
  readonly browser: Browser
  /** Opens the console of the emulator on a desk. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>
}

const DESK = { viewport: { width: 1280, height: 800 } }

/** Sets the stage: to be called inside of a `describe`. Its fields are there once a test runs. */
export function setStage(): Stage {
  let emulator: Emulator
  let pusher: Pusher
  let browser: Browser
  if (noChromium) console.warn(`Browser tests are left out: ${noChromium}`)

  beforeAll(async () => {
    browser = await launchChromium()
  })
  beforeEach(async () => {
    emulator = await startEmulator()
    pusher = new Pusher(emulator.serverOptions())
    return () => emulator.close()
  })
  afterAll(() => browser?.close())

  return {
    get emulator() {
      return emulator
    },
    get pusher() {
      return pusher
    },
    get browser() {
      return browser
    },
    open: (options) => openConsole(browser, emulator, { ...DESK, ...options }),
  }
}
