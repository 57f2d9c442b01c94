import { Pusher } from '@pusherkit/core'

const Token: unknown = Pusher.Token

// What require() of this module returns.
export { Token as 'module.exports' }
