import { createRequire } from 'node:module'
import type { Pusher } from '@pusherkit/core'

interface OfficialPusher {
  new (options: Readonly<Record<string, unknown>>): Pick<Pusher, 'trigger'>
}

// This folder is no package of the workspace, so the library comes from one that has it.
const require = createRequire(new URL('../../interop/package.json', import.meta.url))

/** The official library for Node. */
export const OfficialPusher: OfficialPusher = require('pusher')
