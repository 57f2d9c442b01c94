import { createToken, type Token } from '@pusherkit/core/signing'
import { ChannelTable } from '../channels/channel-table.ts'
import { UserTable } from '../connections/user-table.ts'
import type { AppCredentials } from '../options/emulator-options.ts'

/** One app: who may use it, and what is going on in it. Apps never see each other's channels. */
export interface App {
  readonly appId: string
  readonly token: Token
  readonly channels: ChannelTable
  readonly users: UserTable
}

/** Makes an app that nobody is connected to. */
export const createApp = (credentials: AppCredentials): App => ({
  appId: credentials.appId,
  token: createToken(credentials),
  channels: new ChannelTable(),
  users: new UserTable(),
})
