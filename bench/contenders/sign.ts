import { createHmac, createSecretKey, hash } from 'node:crypto'
import { APP } from './contender.ts'

const key = createSecretKey(APP.secret, 'utf8')

/** Path and query of a signed publish, by nothing but `node:crypto`. */
export function signedTarget(resource: '/events' | '/batch_events', body: string): string {
  const seconds = Math.floor(Date.now() / 1_000)
  const query = `auth_key=${APP.key}&auth_timestamp=${seconds}&auth_version=1.0&body_md5=${hash('md5', body)}`
  const path = `/apps/${APP.appId}${resource}`
  const signature = createHmac('sha256', key).update(`POST\n${path}\n${query}`).digest('hex')
  return `${path}?${query}&auth_signature=${signature}`
}
