import { conversation, receive } from './conversations.js'
import { toast } from './toast.js'

/** What is sent to this user, on no channel: messages and invitations. */
export function receiveDirectMessages(pusher) {
  pusher.user.bind('direct-message', (message) =>
    receive(conversation(message.from.id, message.from.name), message),
  )
  pusher.user.bind('invited', ({ title, by }) => toast(`${by} invited you to “${title}”.`))
}
