import type { ChatSettings } from '../../src/settings.ts'
import { type Stage, stage } from '../support.ts'

export const PASSWORD = 'open, sesame'
export const ORIGIN = 'https://dashboard.example.com'

/** A chat with a dashboard, and requests to it. */
export interface DashboardStage extends Stage {
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>
  readonly signIn: (password?: string) => Promise<Response>
  /** The header of somebody who knew the password. */
  readonly operator: () => Promise<{ readonly authorization: string }>
}

export async function dashboardStage(settings: Partial<ChatSettings> = {}): Promise<DashboardStage> {
  const staged = await stage({ dashboard: { password: PASSWORD, origin: ORIGIN }, ...settings })
  const ask = (path: string, init?: RequestInit) => fetch(`${staged.chat.url}${path}`, init)
  const signIn = (password = PASSWORD) => {
    const headers = { 'content-type': 'application/json' }
    return ask('/dashboard/session', { method: 'POST', headers, body: JSON.stringify({ password }) })
  }
  return {
    ...staged,
    ask,
    signIn,
    async operator() {
      const { token } = (await (await signIn()).json()) as { token: string }
      return { authorization: `Bearer ${token}` }
    },
  }
}
