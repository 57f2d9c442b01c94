import { ask, next, start } from '../harness/child.ts'
import type { Invitation, Ready, Usage } from './messages.ts'

/** What one event took, in ms. */
export type Sample = {
  /** From the call that publishes to the last subscriber. */
  readonly wall: number
  /** Processor time of the server. */
  readonly cpu: number
}

/** A server and its crowd, each in a process of its own. */
export interface Contender {
  readonly measure: () => Promise<Sample>
  readonly end: () => void
}

interface Plan {
  /** The server's file. */
  readonly server: string
  readonly path: string
  readonly hello: string | undefined
  readonly size: number
  /** What each of the crowd receives: the text of one WebSocket message. */
  readonly message: string
  /** Makes the function that publishes, for the port of the server. */
  readonly createPublish: (port: number) => () => Promise<unknown>
}

/** The size of a message as a WebSocket frame from a server. */
function frameBytes(message: string): number {
  const payload = Buffer.byteLength(message)
  if (payload < 126 || payload > 65_535) throw new RangeError(`${payload} bytes have another header`)
  return payload + 4
}

/** Starts a server and lets the crowd in. */
export async function startContender(plan: Plan): Promise<Contender> {
  const server = start(new URL(plan.server, import.meta.url))
  const { port } = await next<Ready>(server)
  const crowd = start(new URL('./crowd.ts', import.meta.url))
  const { path, size, hello } = plan
  await ask(crowd, { port, path, size, hello } satisfies Invitation)
  const publish = plan.createPublish(port)
  const bytes = frameBytes(plan.message)

  const measure = async (): Promise<Sample> => {
    await ask(crowd, { bytes })
    const before = await ask<Usage>(server, {})
    const all = next(crowd)
    const begin = performance.now()
    const published = publish()
    await all
    const wall = performance.now() - begin
    await published
    const after = await ask<Usage>(server, {})
    return { wall, cpu: after.cpu - before.cpu }
  }
  const end = (): void => {
    crowd.kill()
    server.kill()
  }
  return { measure, end }
}
