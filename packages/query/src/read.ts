/** Gives an answer in its documented shape, or undefined when it has another. */
export type Read = (body: unknown) => object | undefined

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The answer to "which channels". Reverb writes none at all as an empty array. */
export const readChannels: Read = (body) => {
  if (!isObject(body)) return undefined
  const { channels } = body
  if (Array.isArray(channels) && channels.length === 0) return { channels: {} }
  return isObject(channels) && Object.values(channels).every(isObject) ? { channels } : undefined
}

/** The answer to "this channel". */
export const readChannel: Read = (body) =>
  isObject(body) && typeof body.occupied === 'boolean' ? body : undefined

/** The answer to "who is there". soketi and Reverb write numeric ids as numbers. */
export const readUsers: Read = (body) => {
  if (!isObject(body) || !Array.isArray(body.users) || !body.users.every(isObject)) return undefined
  return { users: body.users.map(({ id }) => ({ id: String(id) })) }
}
