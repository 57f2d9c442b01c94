import { randomBytes } from 'node:crypto'
import type { PusherOptions } from '@pusherkit/core'
import type { Options } from 'pusher-js'
import type { Settings } from './settings.ts'

/** What is used of an emulator. */
interface ChannelsServer {
  serverOptions(): PusherOptions & { readonly key: string }
  clientOptions(): Options
}

/** The settings for an emulator that runs here, with keys that end with the process. */
export function settingsFor(emulator: ChannelsServer): Settings {
  const server = emulator.serverOptions()
  return {
    server,
    client: { key: server.key, options: emulator.clientOptions() },
    encryptionMasterKey: newKey(),
    sessionSecret: newKey(),
    now: Date.now,
  }
}

/** 32 random bytes as base64. */
export const newKey = (): string => randomBytes(32).toString('base64')
