import { element, timeOfDay } from '../dom.ts'
import type { History } from '../history.ts'
import { createChart } from './chart.ts'

/** A number, and how it was. */
export interface Card {
  readonly root: HTMLElement
  readonly draw: (history: History) => void
  readonly name: (title: string) => void
  readonly hide: (hidden: boolean) => void
}

/** Makes a card with a number in large figures, its highest value and a chart. It draws once it is on the page. */
export function createCard(): Card {
  const title = element('h2')
  const number = element('p', { class: 'number' })
  const note = element('p', { class: 'quiet note' })
  const plot = element('div', { class: 'plot', 'aria-hidden': 'true' })
  const root = element('section', { class: 'card' }, title, number, note, plot)
  let peakNote = ''
  let pointed: string | undefined
  const chart = createChart(plot, (value) => {
    pointed = value
    note.textContent = pointed ?? peakNote
  })
  return {
    root,
    draw(history) {
      const { last, peak } = history
      number.textContent = last === null ? '–' : last.toLocaleString()
      peakNote = peak ? `peak ${peak.value.toLocaleString()} at ${timeOfDay(peak.at)}` : ''
      note.textContent = pointed ?? peakNote
      chart.draw(history)
    },
    name: (text) => {
      title.textContent = text
    },
    hide: (hidden) => {
      root.hidden = hidden
    },
  }
}
