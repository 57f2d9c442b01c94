let connection

/** Tells which connection this page has. The server leaves it out where it publishes to others. */
export const setConnection = (given) => {
  connection = given
}

/**
 * Asks the server.
 *
 * @throws Error with a sentence for the person at the page.
 */
export async function ask(method, path, body) {
  const headers = {}
  if (body) headers['content-type'] = 'application/json'
  if (connection?.socket_id) headers['x-socket-id'] = connection.socket_id
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) }).catch(() => {
    throw new Error('The chat could not be reached. Please try again.')
  })
  if (response.status === 204) return undefined
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(answer.error ?? `The chat answered ${response.status}. Please try again.`)
  return answer
}
