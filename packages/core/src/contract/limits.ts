/**
 * The limits of the Channels protocol. Lengths are in characters, sizes in bytes.
 *
 * Source: the Channels HTTP API reference, the channel naming conventions, and where those are silent the
 * value that the official server libraries enforce.
 */
export const LIMITS = {
  /** Longest channel name any server of the family accepts, prefix included. */
  channelNameLength: 200,
  /** Longest channel name hosted Pusher documents, prefix included. */
  hostedChannelNameLength: 164,
  /** Longest event name. */
  eventNameLength: 200,
  /** Largest `data` of one event, in UTF-8 bytes after encoding: 10 kB. */
  eventDataBytes: 10_240,
  /** Most channels that one `trigger` may address. */
  channelsPerTrigger: 100,
  /** Most events that one batch may carry. */
  eventsPerBatch: 10,
  /** Longest id of a user who signs in. */
  userIdLength: 200,
  /** Longest id of a presence member. */
  presenceUserIdLength: 128,
  /** Largest presence member on hosted Pusher, id and info together as JSON: 1 kB, in bytes. */
  presenceDataBytes: 1_024,
  /** Most users whose presence one user may watch. */
  watchlistLength: 100,
  /** Most members a presence channel may have. */
  presenceMembers: 100,
  /** How far a request's timestamp may be from the server's clock, in seconds. */
  timestampToleranceSeconds: 600,
} as const
