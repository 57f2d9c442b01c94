import { core } from './core.ts'
import { expressHosts } from './express.ts'
import { fetchHost } from './fetch.ts'
import type { Host } from './host.ts'
import { nestHosts } from './nest.ts'

/** All that have to agree. On the older Nest, only those that it makes different: see `nest.ts`. */
export const hosts: readonly Host[] =
  process.env.PUSHERKIT_NEST === undefined ? [core, fetchHost, ...expressHosts, ...nestHosts] : nestHosts
