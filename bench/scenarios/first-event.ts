import { APP } from '../contenders/contender.ts'
import { alternate } from '../harness/alternate.ts'
import { compare } from '../harness/comparison.ts'
import { processTime } from '../harness/process-time.ts'
import type { Scenario } from '../harness/scenario.ts'
import { startApi } from '../server/start-api.ts'

export const firstEvent: Scenario = {
  about: 'From the start of a process to its end after one acknowledged event over https.',
  run: async (pace) => {
    const { target, end } = await startApi()
    const options = JSON.stringify({ ...APP, ...target })
    const publish = `await pusher.trigger('orders', 'created', { id: 1 }); process.exit()`
    const { host, port } = target
    const programs = {
      'node:https alone':
        `import { request } from 'node:https'; ` +
        `request(${JSON.stringify({ host, port, method: 'POST' })}, (answer) => answer.resume().on('end', () => process.exit())).end('{}')`,
      official: `import Pusher from 'pusher'; const pusher = new Pusher(${options}); ${publish}`,
      'pusher-http-edge': `import Pusher from 'pusher-http-edge'; const pusher = new Pusher(${options}); ${publish}`,
      default: `import { Pusher } from '@pusherkit/core'; const pusher = new Pusher(${options}); ${publish}`,
      undici:
        `import { Pusher } from '@pusherkit/core'; import { createUndiciTransport } from '@pusherkit/undici'; ` +
        `const pusher = new Pusher({ ...${options}, transport: createUndiciTransport() }); ${publish}`,
    }
    const contenders = Object.entries(programs).map(
      ([name, program]) => [name, processTime(program)] as const,
    )
    const numbers = await alternate(new Map(contenders), pace.isQuick ? pace : { warmUp: 2, rounds: 30 })
    end()
    return [compare('first event, https', 'ms', numbers('time'), 'official')]
  },
}
