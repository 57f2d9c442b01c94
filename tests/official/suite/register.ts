import { createRequire, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { PusherError } from '@pusherkit/core'

// Preloaded by `node --import`: the official tests then load what stands in ./lib where they ask for the library.

const ours = ['pusher', 'token', 'errors', 'events', 'webhook']
/** What the official tests use and their package does not install. */
const tools = ['expect.js', 'https-proxy-agent', 'nock', 'sinon']
const require = createRequire(import.meta.url)

registerHooks({
  resolve(specifier, context, next) {
    if (!context.parentURL?.includes('/node_modules/pusher/tests/')) return next(specifier, context)
    const name = ours.find((module) => specifier.endsWith(`/lib/${module}`))
    if (name) return { url: new URL(`./lib/${name}.ts`, import.meta.url).href, shortCircuit: true }
    if (!tools.includes(specifier)) return next(specifier, context)
    return { url: pathToFileURL(require.resolve(specifier)).href, shortCircuit: true }
  },
})

// An expectation that fails in a promise fails its test at once, instead of by the test's timeout. Our own errors are
// left to themselves: where the official library throws ours reject, and nobody waits for that.
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof PusherError)) throw reason
})
