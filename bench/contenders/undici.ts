import { createUndiciTransport } from '@pusherkit/undici'
import type { CreateTransport } from './ours.ts'

/** Our transport on undici, with its defaults. */
export const undici: CreateTransport = () => createUndiciTransport()
