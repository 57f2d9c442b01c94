/**
 * What a browser gets in place of the signed client: the reason why there is none.
 *
 * @module
 */
const reason =
  '@pusherkit/query/signed needs the app’s secret, and whoever has that may publish anything to anybody: it must never be ' +
  "in a browser. Use createQueryClient({ baseUrl }) of '@pusherkit/query', which asks your own server."

/** Only here so that bundlers find the name. This module throws before anybody can call it. */
export function createSignedQueryClient(): never {
  throw new Error(reason)
}

createSignedQueryClient()
