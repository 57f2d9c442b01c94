import { PusherValidationError } from '../error/validation-error.ts'

const CODE = 'ERR_PUSHER_INVALID_OPTION'

/** Throws for an option. Its value is shown only when the caller passes it: credentials never are. */
export function invalidOption(option: string, rule: string, shown?: { value: unknown }): never {
  throw new PusherValidationError(CODE, `Option ${option} ${rule}`, { parameter: option, ...shown })
}

const OPTIONS = [
  'appId',
  'key',
  'secret',
  'cluster',
  'host',
  'port',
  'useTLS',
  'path',
  'timeout',
  'events',
  'encryption',
  'retry',
  'hooks',
  'httpProxy',
  'tls',
  'agent',
  'transport',
]

const ENCRYPTION =
  "write encryption: createEncryption({ masterKeyBase64 }), with import { createEncryption } from '@pusherkit/encryption'"
const ADVICE: Readonly<Record<string, string>> = {
  appID: 'write appId',
  app_id: 'write appId',
  encrypted: 'it was renamed: write useTLS (which is true unless you say otherwise)',
  scheme: 'write useTLS: true for https, false for http',
  encryptionMasterKey: `its key would be text, which wastes most of its 32 bytes: encode it as base64 and ${ENCRYPTION}`,
  encryptionMasterKeyBase64: ENCRYPTION,
}

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for an option that does not exist. */
export function assertKnownOptions(options: unknown): asserts options is Record<string, unknown> {
  if (typeof options !== 'object' || options === null) {
    invalidOption('object', 'is missing: new Pusher({ appId, key, secret, cluster })')
  }
  for (const name of Object.keys(options)) {
    if (OPTIONS.includes(name)) continue
    invalidOption(name, `does not exist: ${ADVICE[name] ?? `the options are ${OPTIONS.join(', ')}`}`)
  }
}

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for a credential that is absent or was cut badly. */
export function assertCredential(value: unknown, option: string): asserts value is string {
  const environment = `PUSHER_APP_${option.replace('app', '').toUpperCase()}`
  if (value === undefined || value === null || value === '') {
    const rule = `is ${value === '' ? 'empty' : 'missing'}: it is on the "App Keys" page of your app; is ${environment} set where this runs?`
    invalidOption(option, rule)
  }
  if (typeof value !== 'string') invalidOption(option, `is a string, not a ${typeof value}`)
  if (/\s/.test(value)) invalidOption(option, 'has white space in it: was a line break copied along?')
}
