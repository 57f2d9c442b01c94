const TOKEN = 'dashboard-token'

/** What the server offers besides queries. */
export interface Api {
  readonly isSignedIn: boolean
  /** Goes with every question. */
  readonly headers: () => Record<string, string>
  /** @throws Error with a sentence for the person at the page. */
  readonly signIn: (password: string) => Promise<void>
  /** Forgets the token here at once, and on the server when it can be reached. */
  readonly signOut: () => void
  /** The webhooks so far and those to come, one a line. @throws Error when it is refused or cannot be reached. */
  readonly webhooks: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>
}

/**
 * The token is kept for this tab only, so that a reload need not ask again.
 *
 * @param server An origin, or nothing for the page's own.
 */
export function createApi(server: string, storage: Storage): Api {
  const session = `${server}/dashboard/session`
  const headers = (): Record<string, string> => ({ authorization: `Bearer ${storage.getItem(TOKEN) ?? ''}` })
  return {
    get isSignedIn() {
      return storage.getItem(TOKEN) !== null
    },
    headers,
    async signIn(password) {
      const response = await fetch(session, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ password }),
      }).catch(() => undefined)
      if (!response) throw new Error('The server could not be reached. Please try again.')
      const answer = (await response.json().catch(() => ({}))) as { token?: string; error?: string }
      if (answer.token === undefined)
        throw new Error(answer.error ?? `The server answered ${response.status}.`)
      storage.setItem(TOKEN, answer.token)
    },
    signOut() {
      const ended = fetch(session, { method: 'DELETE', headers: headers(), keepalive: true })
      storage.removeItem(TOKEN)
      // Without the server the token is gone here, and there after a day.
      ended.catch(() => {})
    },
    async webhooks(signal) {
      const response = await fetch(`${server}/dashboard/webhooks`, { headers: headers(), signal })
      if (!response.ok || !response.body) throw new Error(`The webhooks were answered ${response.status}`)
      return response.body
    },
  }
}
