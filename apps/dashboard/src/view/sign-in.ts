import type { Api } from '../api.ts'
import { byId } from '../dom.ts'

/** The form that asks for the password. */
export interface SignIn {
  /** @param notice Why it is asked again, if so. */
  readonly show: (notice?: string) => void
}

/** @param enter Called when the password was right. */
export function createSignIn(api: Api, enter: () => void): SignIn {
  const root = byId('sign-in')
  const form = root.querySelector('form')
  const password = byId<HTMLInputElement>('password')
  const error = byId('sign-in-error')
  let isBusy = false
  const submit = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    error.textContent = ''
    try {
      await api.signIn(password.value)
      password.value = ''
      root.hidden = true
      enter()
    } catch (reason) {
      error.textContent = reason instanceof Error ? reason.message : String(reason)
      password.select()
    }
    isBusy = false
  }
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })
  return {
    show(notice = '') {
      error.textContent = notice
      root.hidden = false
      password.focus()
    },
  }
}
