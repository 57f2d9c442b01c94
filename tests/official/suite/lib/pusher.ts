import { Pusher, type PusherOptions } from '@pusherkit/core'
import { createEncryption } from '@pusherkit/encryption'
import { configOf, type Make } from './config.ts'

// Stands where the official tests load the library. It adapts options where ours are known to differ, one constant or
// function for each difference, and leaves everything else as it is.

interface OfficialOptions extends Partial<PusherOptions> {
  readonly encryptionMasterKeyBase64?: string
}

/** Ours are required: the official constructor does not look whether they are there. */
const credentials = { appId: 1, key: 'key', secret: 'secret' }

/** Ours are https, the cluster mt1, and a GET that is tried again, for which a mocked answer is there only once. */
const defaults = { useTLS: false, host: 'api.pusherapp.com', retry: false as const }

/** Ours takes an object, so that core holds no cipher. */
function adaptEncryption({ encryptionMasterKeyBase64, ...options }: OfficialOptions): Partial<PusherOptions> {
  if (encryptionMasterKeyBase64 === undefined) return options
  return { ...options, encryption: createEncryption({ masterKeyBase64: encryptionMasterKeyBase64 }) }
}

/** Ours refuses to sign for public channels, on which the official tests check their signatures. */
class LenientPusher extends Pusher {
  override authorizeChannel(...[socketId, channel, data]: Parameters<Pusher['authorizeChannel']>) {
    return super.authorizeChannel(socketId, channel, data, { strict: false })
  }
}

/** Ours has no `config`. It is read off a request, made without the defaults above. */
const withConfig = (pusher: Pusher, make: Make): Pusher =>
  Object.defineProperty(pusher, 'config', { get: () => configOf(make) })

function create(options: OfficialOptions): Pusher {
  const adapted = { ...credentials, ...adaptEncryption(options) }
  const { host, ...rest } = defaults
  return withConfig(
    new LenientPusher({ ...rest, ...('cluster' in adapted ? {} : { host }), ...adapted }),
    // Without the agent: it contradicts a transport of one's own.
    (more) => new Pusher({ ...adapted, agent: undefined, ...more }),
  )
}

/** Ours is a static method: some official tests call it with `new`. */
function forURL(url: string, options?: Partial<PusherOptions>): Pusher {
  const make: Make = (more) => Pusher.forURL(url, { ...options, ...more })
  return withConfig(make({}), make)
}

function forCluster(cluster: string, options?: Partial<PusherOptions>): Pusher {
  const make: Make = (more) => Pusher.forCluster(cluster, { ...credentials, ...options, ...more })
  return withConfig(make({}), make)
}

const { Token, RequestError, WebHookError } = Pusher
const statics = { prototype: Pusher.prototype, forURL, forCluster, Token, RequestError, WebHookError }
const OfficialPusher: unknown = Object.assign(create, statics)

// What require() of this module returns.
export { OfficialPusher as 'module.exports' }
