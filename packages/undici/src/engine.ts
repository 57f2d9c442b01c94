/**
 * Everything that needs undici itself. It is loaded with the first request: that takes longer than to start most
 * programs.
 */
export { Exchange } from './exchange.ts'
export { createRoute, type Route, toDispatchOptions } from './route.ts'
