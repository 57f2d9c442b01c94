import { button, byId, element } from './dom.js'

const MAX_SHOWN = 3

/** Shows a sentence that is for this person alone, until they have read it. */
export function notify(text) {
  const notice = element('p', { class: 'notice' }, element('span', {}, text))
  notice.append(button('×', 'Close this notice', {}, () => notice.remove()))
  byId('notices').append(notice)
  if (byId('notices').childElementCount > MAX_SHOWN) byId('notices').firstElementChild.remove()
}
