import { Pusher } from '@pusherkit/core'
import { APP } from '../contenders/contender.ts'
import { createEdgeClient } from '../contenders/edge.ts'
import { createOfficialClient } from '../contenders/official.ts'
import { compareTimes } from '../harness/compare-times.ts'
import type { Scenario } from '../harness/scenario.ts'

const target = { host: '127.0.0.1', port: 1, useTLS: true }
const SOCKET = '1234.5678'
const member = { user_id: '42', user_info: { name: 'Ada' } }
const user = { id: '42', user_info: { name: 'Ada' } }

export const auth: Scenario = {
  about: 'What the endpoints for authorization and sign-in compute.',
  run: async (pace) => {
    const core = new Pusher({ ...APP, ...target })
    const official = createOfficialClient(target)
    const edge = createEdgeClient(target)
    return [
      await compareTimes(
        'authorize a private channel',
        {
          sync: {
            official: () => official.authorizeChannel(SOCKET, 'private-orders'),
            core: () => core.authorizeChannel(SOCKET, 'private-orders'),
          },
          async: { 'pusher-http-edge': async () => edge.authorizeChannel(SOCKET, 'private-orders') },
        },
        pace,
      ),
      await compareTimes(
        'authorize a presence channel',
        {
          sync: {
            official: () => official.authorizeChannel(SOCKET, 'presence-orders', member),
            core: () => core.authorizeChannel(SOCKET, 'presence-orders', member),
          },
        },
        pace,
      ),
      await compareTimes(
        'sign a user in',
        {
          sync: {
            official: () => official.authenticateUser(SOCKET, user),
            core: () => core.authenticateUser(SOCKET, user),
          },
        },
        pace,
      ),
    ]
  },
}
