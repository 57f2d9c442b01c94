import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { toPage } from '../../src/watch/page.ts'
import { pause } from '../../src/watch/pause.ts'
import { Tab } from './tab.ts'

let tab: Tab
let ended: boolean
let controller: AbortController
beforeEach(() => {
  vi.useFakeTimers()
  tab = new Tab()
  controller = new AbortController()
  ended = false
})
afterEach(() => void vi.useRealTimers())

const start = (ms: number, document: Tab | undefined = tab) => {
  void pause(ms, toPage(document, undefined), controller.signal).then(() => {
    ended = true
  })
}

describe('a pause', () => {
  test('ends after its time', async () => {
    start(1000)
    await vi.advanceTimersByTimeAsync(999)
    expect(ended).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(ended).toBe(true)
  })

  test('does not end while the tab is hidden, however long that is', async () => {
    start(1000)
    tab.hide()
    await vi.advanceTimersByTimeAsync(3_600_000)
    tab.online()
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).toBe(false)
    tab.show()
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).toBe(true)
  })

  test('that begins in a hidden tab ends when that is seen', async () => {
    tab.hide()
    start(1000)
    await vi.advanceTimersByTimeAsync(2000)
    expect(ended).toBe(false)
    tab.show()
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).toBe(true)
  })

  test('ends when the network is back, and when it is aborted', async () => {
    start(1000)
    tab.online()
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).toBe(true)
    ended = false
    start(1000)
    controller.abort()
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).toBe(true)
  })

  test('leaves no timer and no listener behind', async () => {
    const added = vi.spyOn(tab, 'addEventListener')
    const removed = vi.spyOn(tab, 'removeEventListener')
    start(1000)
    controller.abort()
    expect(vi.getTimerCount()).toBe(0)
    expect(removed.mock.calls).toEqual(added.mock.calls)
  })

  test('knows workers and servers, where nothing is hidden: `online` comes from the scope', async () => {
    const scope = new EventTarget()
    const page = toPage(undefined, scope)
    expect(page.hidden).toBe(false)
    const waiting = pause(1000, page, controller.signal)
    scope.dispatchEvent(new Event('online'))
    await waiting
    expect(vi.getTimerCount()).toBe(0)
  })
})
