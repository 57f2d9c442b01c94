/**
 * Makes a list show some rows. A row that was there before keeps its element, and with it the focus.
 *
 * @template T
 * @param {HTMLElement} list
 * @param {readonly T[]} rows
 * @param {{ key: (row: T) => string, create: (row: T) => HTMLElement, update: (item: HTMLElement, row: T) => void }} how
 */
export function showRows(list, rows, { key, create, update }) {
  const before = new Map([...list.children].map((item) => [item.getAttribute('data-key'), item]))
  rows.forEach((row, index) => {
    const found = before.get(key(row))
    const item = found instanceof HTMLElement ? found : create(row)
    item.dataset.key = key(row)
    before.delete(key(row))
    update(item, row)
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null)
  })
  for (const item of before.values()) item.remove()
}
