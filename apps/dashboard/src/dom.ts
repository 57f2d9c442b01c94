/** Finds an element of the page by its id. @throws Error when the page and its program do not fit. */
export function byId<Found extends HTMLElement = HTMLElement>(id: string): Found {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no element with the id ${id}`)
  return found as Found
}

/** Makes an element. What it contains is text or elements, never markup: others chose the names that are shown. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/**
 * Makes a list hold these items, in this order. Items that stay are not taken out, so that the focus and what is selected
 * stay as well.
 */
export function arrange(list: HTMLElement, items: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(items)
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove()
  items.forEach((item, index) => {
    const there = list.children[index]
    if (there !== item) list.insertBefore(item, there ?? null)
  })
}

/** The time of day, with seconds. `at` in ms since 1970. */
export const timeOfDay = (at: number): string =>
  new Date(at).toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  })
