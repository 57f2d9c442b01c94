import { byId } from './dom.js'

let timer

/** Shows a sentence for some seconds. */
export function toast(sentence) {
  clearTimeout(timer)
  byId('toast').textContent = sentence
  byId('toast').hidden = false
  timer = setTimeout(() => {
    byId('toast').hidden = true
  }, 6_000)
}
