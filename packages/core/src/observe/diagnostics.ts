import type { Hooks } from './hooks.ts'

interface Channel {
  readonly hasSubscribers: boolean
  publish(message: unknown): void
}

/** Hooks that pass on what they are told, when somebody listens. */
export interface Diagnostics {
  readonly hooks: Hooks
  /** Whether anybody listens now. */
  readonly listening: () => boolean
}

/** On Node, Bun and Deno: `node:diagnostics_channel`, without an import that other runtimes would stumble over. */
function findChannel(): ((name: string) => Channel) | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } }
  const module = process?.getBuiltinModule?.('node:diagnostics_channel')
  return (module as { channel?: (name: string) => Channel } | undefined)?.channel
}

/** Publishes what hooks are told as `pusherkit:request`, `pusherkit:response`, `pusherkit:error`, `pusherkit:retry`. */
export function createDiagnostics(): Diagnostics {
  const find = findChannel()
  if (!find) return { hooks: {}, listening: () => false }
  const [request, response, error, retry] = ['request', 'response', 'error', 'retry'].map((name) =>
    find(`pusherkit:${name}`),
  ) as [Channel, Channel, Channel, Channel]
  return {
    hooks: {
      onRequest: (info) => request.publish(info),
      onResponse: (info) => response.publish(info),
      onError: (info) => error.publish(info),
      onRetry: (info) => retry.publish(info),
    },
    listening: () => [request, response, error, retry].some((channel) => channel.hasSubscribers),
  }
}
