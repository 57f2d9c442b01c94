/**
 * Asks the application.
 *
 * @throws Error with a sentence for the person at the page.
 */
export async function ask(method, path, body) {
  const headers = body ? { 'content-type': 'application/json' } : {}
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) }).catch(() => {
    throw new Error('The shop could not be reached. Please try again.')
  })
  if (response.status === 204) return undefined
  const answer = await response.json().catch(() => ({}))
  if (!response.ok)
    throw new Error(answer.message ?? `The shop answered ${response.status}. Please try again.`)
  return answer
}
