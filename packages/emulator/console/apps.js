/** @import { Snapshot } from '../src/console/messages.ts' */
import { byId, element } from './element.js'
import { showSnippets } from './snippet.js'

const select = byId('app', HTMLSelectElement)

/** @param {(appId: string) => void} onChoose */
export function startChoosing(onChoose) {
  select.addEventListener('change', () => onChoose(select.value))
}

/**
 * Shows which apps there are, and how to connect to the chosen one. One app is no choice.
 *
 * @param {Snapshot} snapshot
 */
export function showApps({ apps, appId }) {
  byId('app-choice', HTMLElement).hidden = apps.length < 2
  select.replaceChildren(...apps.map((app) => element('option', { value: app.appId }, app.appId)))
  select.value = appId
  const app = apps.find((candidate) => candidate.appId === appId)
  if (app) showSnippets(app)
}
