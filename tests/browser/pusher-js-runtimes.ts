import { PusherClient } from '@pusherkit/tests-support'
import type { BrowserContext, Page } from 'playwright-core'
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

/** A tab, and where what happens in it is reported. */
interface Tab {
  readonly page: Page
  reports: Reports
}

async function openTab(context: BrowserContext): Promise<Tab> {
  const tab: Tab = { page: await context.newPage(), reports: new Reports() }
  await tab.page.exposeFunction('report', (...report: Parameters<Reports['put']>) =>
    tab.reports.put(...report),
  )
  return tab
}

/** pusher-js for browsers, each client in a tab of its own. Tabs are used again: to open one takes longer than a test. */
async function startChromium(): Promise<Runtime> {
  const browser = await launchChromium()
  const context = await browser.newContext()
  const free: Tab[] = []
  return {
    connect: async (site, user, encrypted = false) => {
      const reports = new Reports()
      const tab = free.pop() ?? (await openTab(context))
      tab.reports = reports
      const { page } = tab
      await page.goto(site.page(encrypted ? 'pusher-with-encryption' : 'pusher'))
      const args = [site.pusher.key, site.clientOptions(user)].map((each) => JSON.stringify(each))
      await page.evaluate(`window.client = (${createClient})(Pusher, ${args}, report)
        undefined`)
      return {
        reports,
        do: (command, ...all) =>
          page.evaluate(`client.${command}(...${JSON.stringify(all)})
            undefined`),
        [Symbol.asyncDispose]: async () => {
          await page.goto('about:blank')
          free.push(tab)
        },
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
