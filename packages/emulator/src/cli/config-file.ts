import { isJsonObject } from '../json-object.ts'
import type { EmulatorOptions } from '../options/emulator-options.ts'
import { readSettings } from '../options/settings.ts'

/** Reads a whole file as text. */
export type ReadFile = (path: string) => string

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What V8 quotes of a text that is no JSON is left out: it may be a secret. */
const withoutText = (message: string): string => message.replace(/, (?:\.{3})?".*$/s, '')

function read(path: string, readFile: ReadFile): string {
  try {
    return readFile(path)
  } catch (error) {
    const [message = ''] = sentence(error).split(', open ')
    throw new TypeError(`--config ${path} cannot be read: ${message}`)
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new TypeError(`--config ${path} is no JSON: ${withoutText(sentence(error))}`)
  }
}

/** The messages of the options name a place such as `apps[0].key`, which is where it is in the file. */
function check(path: string, options: EmulatorOptions): EmulatorOptions {
  try {
    readSettings(options)
    return options
  } catch (error) {
    throw new TypeError(`--config ${path}: ${sentence(error)}`)
  }
}

/**
 * Reads a JSON file with the options of `startEmulator`.
 *
 * @throws {TypeError} Names the file and what is wrong, and shows no credential.
 */
export function readConfigFile(path: string, readFile: ReadFile): EmulatorOptions {
  const options = parse(path, read(path, readFile))
  if (isJsonObject(options)) return check(path, options)
  throw new TypeError(`--config ${path} must hold a JSON object of options, such as {"port": 6001}`)
}
