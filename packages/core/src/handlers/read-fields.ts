import { isJsonObject } from '../encoding/json-object.ts'
import { display } from '../error/display.ts'
import type { HandlerRequest } from './handler.ts'
import type { Params } from './handler-options.ts'
import { refuse } from './refused.ts'
import { toEntries } from './to-entries.ts'

/** The content of a form or of a JSON object. */
export interface Fields {
  /** The fields that were asked for by name. */
  readonly known: Readonly<Record<string, string | undefined>>
  /** The values of the field that may be a list, when it came as one. */
  readonly list: readonly string[] | undefined
  /** All other fields. Frozen, without a prototype. */
  readonly params: Params
}

const MAX_FIELDS = 1_000
// An object that one of these is assigned to gets another prototype, or looks like one of another class.
const HOSTILE = ['__proto__', 'constructor', 'prototype']
const LIST_ITEM = /^(.*)\[\d*\]$/

/**
 * Reads the fields of a POST, whichever way they were written and however much of it the host has parsed already.
 *
 * @param names The fields to find.
 * @param listField The one of them that may be a list: `name[0]=a&name[1]=b`, `name[]=a`, a JSON array.
 * @throws Refused
 */
export function readFields(
  request: HandlerRequest,
  maxBytes: number,
  names: readonly string[],
  listField?: string,
): Fields {
  const known: Record<string, string> = Object.create(null)
  const params: Record<string, string> = Object.create(null)
  const listed: string[] = []
  let isList = false
  const entries = toEntries(request, maxBytes)
  if (entries.length > MAX_FIELDS) {
    const rule = `at most ${MAX_FIELDS} are read`
    refuse('ERR_PUSHER_INVALID_PARAMS', `The body has ${entries.length} fields, but ${rule}`)
  }
  for (const [name, value] of entries) {
    const items = listField === undefined ? undefined : toItems(listField, name, value)
    if (items === undefined) {
      assertName(name)
      add(names.includes(name) ? known : params, name, value)
      continue
    }
    isList ||= name !== listField || typeof value !== 'string' || listed.length > 0
    for (const item of items) listed.push(toText(`An item of ${listField}`, item))
  }
  const [single] = listed
  if (listField !== undefined && single !== undefined && !isList) known[listField] = single
  return { known, list: isList && listed.length > 0 ? listed : undefined, params: Object.freeze(params) }
}

function add(fields: Record<string, string>, name: string, value: unknown): void {
  if (name in fields) refuse('ERR_PUSHER_INVALID_PARAMS', `${display(name)} is given more than once`)
  fields[name] = toText(display(name), value)
}

/** @throws Refused `ERR_PUSHER_INVALID_PARAMS` */
export function assertField(name: string, value: string | undefined): asserts value is string {
  if (value !== undefined) return
  refuse('ERR_PUSHER_INVALID_PARAMS', `${name} is missing: send it as a field of a form or of a JSON object`)
}

/**
 * The values that a field adds to the list, if it does. A list arrives as one field an item, as a field given more than
 * once, as an array, or as an object with the indexes when a parser found too many for an array.
 */
function toItems(listField: string, name: string, value: unknown): readonly unknown[] | undefined {
  if (name !== listField) return LIST_ITEM.exec(name)?.[1] === listField ? [value].flat() : undefined
  if (isJsonObject(value) && Object.keys(value).every((key) => /^\d+$/.test(key))) return Object.values(value)
  return [value].flat()
}

function assertName(name: string): void {
  if (HOSTILE.includes(name)) {
    refuse('ERR_PUSHER_INVALID_PARAMS', `${display(name)} is not allowed as the name of a field`)
  }
  // Parsers disagree on these: some make lists and objects of them.
  if (/[[\]]/.test(name)) {
    refuse('ERR_PUSHER_INVALID_PARAMS', `${display(name)} is not a field that is read here: it has brackets`)
  }
}

function toText(what: string, value: unknown): string {
  if (typeof value === 'string') return value
  refuse('ERR_PUSHER_INVALID_PARAMS', `${what} is ${display(value)}, but it is text, given once`)
}
