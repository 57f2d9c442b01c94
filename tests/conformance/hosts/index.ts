import { core } from './core.ts'
import { expressHosts } from './express.ts'
import { fetchHost } from './fetch.ts'
import type { Host } from './host.ts'

/** All that have to agree. */
export const hosts: readonly Host[] = [core, fetchHost, ...expressHosts]
