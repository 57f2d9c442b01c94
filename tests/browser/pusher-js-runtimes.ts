import { PusherClient } from '@pusherkit/tests-support'
import type { Browser } from 'playwright-core'
import { launchChromium, noChromium } from './chromium.ts'
import { type Commands, createClient } from './pusher-js-client.ts'
import { Reports } from './pusher-js-reports.ts'
import type { Site } from './pusher-js-site.ts'

/** A pusher-js client that runs somewhere. */
export interface RunningClient extends AsyncDisposable {
  readonly reports: Reports
  /** Has it do something. */
  do<Name extends keyof Commands>(command: Name, ...args: Parameters<Commands[Name]>): Promise<void>
}

/** Where pusher-js runs. */
export interface Runtime extends AsyncDisposable {
  /** Connects a client of this user. `encrypted` takes the build with encryption, where there are two. */
  connect(site: Site, user: string, encrypted?: boolean): Promise<RunningClient>
}

/** pusher-js for Node, which always has encryption. */
async function startNode(): Promise<Runtime> {
  return {
    connect: async (site, user) => {
      const reports = new Reports()
      const client = createClient(PusherClient, site.pusher.key, site.clientOptions(user), reports.put)
      return {
        reports,
        do: async (command, ...args) => (client[command] as (...all: unknown[]) => void)(...args),
        [Symbol.asyncDispose]: async () => client.disconnect(),
      }
    },
    [Symbol.asyncDispose]: async () => {},
  }
}

/** pusher-js for browsers, each client in a tab of its own. */
async function startChromium(): Promise<Runtime> {
  const browser: Browser = await launchChromium()
  return {
    connect: async (site, user, encrypted = false) => {
      const reports = new Reports()
      const page = await browser.newPage()
      await page.exposeFunction('report', reports.put)
      await page.goto(site.page(encrypted ? 'pusher-with-encryption' : 'pusher'))
      const args = [site.pusher.key, site.clientOptions(user)].map((each) => JSON.stringify(each))
      await page.evaluate(`window.client = (${createClient})(Pusher, ${args}, report)
        undefined`)
      return {
        reports,
        do: (command, ...all) =>
          page.evaluate(`client.${command}(...${JSON.stringify(all)})
            undefined`),
        [Symbol.asyncDispose]: () => page.close(),
      }
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

if (noChromium) console.warn(`pusher-js is tried in Node only: ${noChromium}`)

/** The places to run pusher-js in, by name: what a machine without Chromium can do is done in Node. */
export const runtimes: readonly (readonly [name: string, start: () => Promise<Runtime>])[] = [
  ['Node', startNode],
  ...(noChromium ? [] : [['Chromium', startChromium] as const]),
]
