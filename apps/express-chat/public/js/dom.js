/** Finds an element of the page by its id. */
export const byId = (id) => document.getElementById(id)

/** Makes an element. What it contains is text or elements, never markup: others wrote what this page shows. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** Replaces the items of a list. The focus stays on the button of the same name. */
export function fill(list, items) {
  const focused = list.contains(document.activeElement) ? nameOf(document.activeElement) : undefined
  list.replaceChildren(...items)
  if (focused === undefined) return
  const again = [...list.querySelectorAll('button')].find((button) => nameOf(button) === focused)
  again?.focus()
}

const nameOf = (button) => button.getAttribute('aria-label') ?? button.textContent

/** Runs what a form is for. What goes wrong is said in the form, and what was typed stays. */
export function onSubmit(form, errorId, run) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (form.dataset.busy) return
    form.dataset.busy = 'yes'
    byId(errorId).textContent = ''
    try {
      await run()
    } catch (error) {
      byId(errorId).textContent = error.message
    }
    delete form.dataset.busy
  })
}

/** The time of day. */
export const time = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
