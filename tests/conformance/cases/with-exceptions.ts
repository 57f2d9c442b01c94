import type { Case } from '../case.ts'

type Topics = Readonly<Record<string, readonly Case[]>>
type Exceptions = Readonly<Record<string, Readonly<Record<string, NonNullable<Case['except']>>>>>

/** Adds exceptions to the rows of a table. One for a row that does not exist is a mistake. */
export function withExceptions(topics: Topics, exceptions: Exceptions): Topics {
  for (const [topic, rows] of Object.entries(exceptions)) {
    const known = topics[topic]?.map(({ name }) => name) ?? []
    const unknown = Object.keys(rows).find((name) => !known.includes(name))
    if (unknown !== undefined)
      throw new Error(`There is an exception to ${topic} > ${unknown}, and no such row`)
  }
  return Object.fromEntries(
    Object.entries(topics).map(([topic, cases]) => [
      topic,
      cases.map((row) => ({ ...row, except: { ...row.except, ...exceptions[topic]?.[row.name] } })),
    ]),
  )
}
