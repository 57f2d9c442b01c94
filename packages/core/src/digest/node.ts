import { createHmac, createSecretKey, hash } from 'node:crypto'
import type { Digest } from './digest.ts'

export const md5Hex: Digest['md5Hex'] = (message) => hash('md5', message, 'hex')

export const sha256: Digest['sha256'] = (message) => hash('sha256', message, 'buffer')

export const createHmacSha256: Digest['createHmacSha256'] = (secret) => {
  const key = createSecretKey(secret, 'utf8')
  return (message) => createHmac('sha256', key).update(message).digest('hex')
}
