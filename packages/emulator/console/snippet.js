/** @import { AppName } from '../src/console/messages.ts' */
import { byId } from './element.js'

/** @param {readonly string[]} fields */
const lines = (fields) => fields.map((field) => `  ${field},\n`).join('')

/**
 * Shows how to connect to an app: the address as this page knows it, and never the secret.
 *
 * @param {AppName} app
 */
export function showSnippets({ appId, key }) {
  const host = JSON.stringify(location.hostname)
  const port = location.port || '80'
  byId('client-snippet', HTMLElement).textContent = `new Pusher(${JSON.stringify(key)}, {
${lines([`cluster: "emulator"`, `wsHost: ${host}`, `wsPort: ${port}`, 'forceTLS: false', `enabledTransports: ["ws"]`])}})`
  byId('server-snippet', HTMLElement).textContent = `new Pusher({
${lines([`appId: ${JSON.stringify(appId)}`, `key: ${JSON.stringify(key)}`, 'secret: process.env.PUSHER_SECRET', `host: ${host}`, `port: ${port}`, 'useTLS: false'])}})`
}
