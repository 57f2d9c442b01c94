import type { Scenario } from '../harness/scenario.ts'

/** Every scenario by its name, loaded when it runs: each has a process of its own and needs no other's libraries. */
export const SCENARIOS: Readonly<Record<string, () => Promise<Scenario>>> = {
  'publish-https': async () => (await import('./publish-https.ts')).publishHttps,
  'publish-http': async () => (await import('./publish-http.ts')).publishHttp,
  'far-server': async () => (await import('./far-server.ts')).farServer,
  'payload-sizes': async () => (await import('./payload-sizes.ts')).payloadSizes,
  channels: async () => (await import('./channels.ts')).channels,
  connections: async () => (await import('./connections.ts')).connections,
  signing: async () => (await import('./signing.ts')).signing,
  auth: async () => (await import('./auth.ts')).auth,
  webhooks: async () => (await import('./webhooks.ts')).webhooks,
  encrypted: async () => (await import('./encrypted.ts')).encrypted,
  'import-time': async () => (await import('./import-time.ts')).importTime,
  'first-event': async () => (await import('./first-event.ts')).firstEvent,
  'bundle-size': async () => (await import('./bundle-size.ts')).bundleSize,
  'pending-memory': async () => (await import('./pending-memory.ts')).pendingMemory,
  'million-events': async () => (await import('./million-events.ts')).millionEvents,
  'emulator-fan-out': async () => (await import('./emulator-fan-out.ts')).emulatorFanOut,
  'emulator-requests': async () => (await import('./emulator-requests.ts')).emulatorRequests,
}
