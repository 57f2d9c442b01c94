const KEPT = 'pusherkit-console-token'

/** Takes the token out of the address, so that it stays in no history and on no screenshot, and keeps it for the tab. */
function takeFromAddress() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token === null) return
  keepToken(token)
  history.replaceState(null, '', location.pathname + location.search)
}

takeFromAddress()
// Somebody may paste the printed address into a tab that has the page already.
addEventListener('hashchange', takeFromAddress)

/** The token of this tab, if it has one. */
export const readToken = () => sessionStorage.getItem(KEPT) ?? undefined

/** @param {string} token */
export function keepToken(token) {
  sessionStorage.setItem(KEPT, token)
}
