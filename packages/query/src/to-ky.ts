import ky, { type KyInstance } from 'ky'
import { invalidOption } from './invalid.ts'
import type { KyOptions } from './query-options.ts'

/** ky with the caller's options, or the caller's own instance. */
export function toKy(option: KyOptions | KyInstance | undefined): KyInstance {
  if (option === undefined) return ky
  if (typeof option === 'function') return option
  if (typeof option !== 'object' || option === null) invalidOption('ky', 'is options of ky, or an instance')
  return ky.create(option)
}
