import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium of this machine, or undefined. */
export const chromiumPath: string | undefined = CANDIDATES.find((path) => path && existsSync(path))

/** Why browser tests are left out here, or false. Where `REQUIRE_CHROMIUM` is set they never are: they fail instead. */
export const noChromium: false | string =
  chromiumPath || process.env.REQUIRE_CHROMIUM
    ? false
    : 'no Chromium found: install the package chromium, or set CHROMIUM_PATH'

export async function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error('REQUIRE_CHROMIUM is set, but no Chromium was found; set CHROMIUM_PATH')
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Saves what a page looks like into `tests/browser/screenshots/`, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = fileURLToPath(new URL('screenshots/', import.meta.url))
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}${name}.png` })
}
