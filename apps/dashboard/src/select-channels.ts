/** An occupied channel, and its users where it has any. */
export interface Row {
  readonly name: string
  /** Undefined for everything but presence channels. */
  readonly users: number | undefined
}

/** Which channels to show, and in which order. */
export interface Selection {
  /** Somewhere in the name, in any case. */
  readonly search: string
  /** At the start of the name. */
  readonly prefix: string
  readonly order: 'name' | 'users'
}

/** The channels to show. */
export function selectChannels(rows: readonly Row[], { search, prefix, order }: Selection): readonly Row[] {
  const wanted = search.trim().toLowerCase()
  const start = prefix.trim()
  const found = rows.filter(({ name }) => name.startsWith(start) && name.toLowerCase().includes(wanted))
  return found.sort((a, b) =>
    order === 'users' ? (b.users ?? -1) - (a.users ?? -1) || byName(a, b) : byName(a, b),
  )
}

const byName = (a: Row, b: Row): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
