import { type LocalOrders, startLocally } from '@pusherkit/app-nest-orders/local'
import type { Page } from 'playwright-core'
import { beforeEach } from 'vitest'
import { comeIn } from './nest-orders-page.ts'
import { type Look, setPages } from './pages.ts'

/** What every test of the orders begins with. */
export interface OrdersStage {
  /** Another one for each test. */
  readonly orders: LocalOrders
  /** The shop in a browser of its own, which asks for a name. */
  readonly visit: (look?: Look) => Promise<Page>
  /** A customer who has come in. */
  readonly customer: (name?: string, look?: Look) => Promise<Page>
  /** Somebody on shift. */
  readonly staff: (name?: string, look?: Look) => Promise<Page>
  /** Kim on shift and Ana the customer. */
  readonly both: () => Promise<readonly [kim: Page, ana: Page]>
  /** Lets the clock of the application go on, in ms. */
  readonly pass: (ms: number) => void
}

/** Sets the stage: to be called inside of a `describe`. Its fields are there once a test runs. */
export function setOrdersStage(): OrdersStage {
  let orders: LocalOrders
  let passed: number
  const pages = setPages()

  beforeEach(async () => {
    passed = 0
    orders = await startLocally({ settings: { now: () => Date.now() + passed } })
    return () => orders[Symbol.asyncDispose]()
  })

  const visit = async (look?: Look): Promise<Page> => {
    const page = await pages.take(look)
    await page.goto(orders.url)
    return page
  }
  const customer = async (name = 'Ana', look?: Look) => comeIn(await visit(look), name, 'customer')
  const staff = async (name = 'Kim', look?: Look) => comeIn(await visit(look), name, 'staff')
  return {
    get orders() {
      return orders
    },
    visit,
    customer,
    staff,
    both: () => Promise.all([staff(), customer()]),
    pass: (ms) => {
      passed += ms
    },
  }
}
