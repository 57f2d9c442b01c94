/** Finds an element of the page by its id. */
export const byId = (id) => document.getElementById(id)

/** Makes an element. What it contains is text or elements, never markup: others wrote what this page shows. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** Makes a button. @param label What it is called, where its text alone does not say it. */
export function button(text, label, attributes, onClick) {
  const made = element('button', { type: 'button', 'aria-label': label, ...attributes }, text)
  made.addEventListener('click', onClick)
  return made
}

/** Replaces what is in an element. The focus stays on the button of the same name. */
export function fill(parent, children) {
  const focused = parent.contains(document.activeElement) && document.activeElement.getAttribute('aria-label')
  parent.replaceChildren(...children)
  if (!focused) return
  const again = [...parent.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === focused,
  )
  again?.focus()
}

/** Runs what somebody asked for. What goes wrong is said in the element, and what was typed stays. */
export async function attempt(errorId, run) {
  byId(errorId).textContent = ''
  try {
    await run()
  } catch (error) {
    byId(errorId).textContent = error.message
  }
}

/** Runs what a form is for, once at a time. */
export function onSubmit(form, errorId, run) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (form.dataset.busy) return
    form.dataset.busy = 'yes'
    await attempt(errorId, run)
    delete form.dataset.busy
  })
}

/** An amount of cents. */
export const money = (cents) => `€${(cents / 100).toFixed(2)}`

/** The time of day. */
export const time = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
