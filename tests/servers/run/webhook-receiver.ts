import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A webhook as it came. */
export interface Delivery {
  readonly headers: IncomingHttpHeaders
  /** The bytes of the body, in base64. */
  readonly body: string
}

/** Takes webhooks for the whole run, whose tests are in other processes and ask for them. */
export interface WebhookReceiver {
  /** Where servers post to. `GET {url}?channel=…&name=…` answers a {@link Delivery} as soon as there is one. */
  readonly url: string
  stop(): Promise<void>
}

interface Question {
  readonly channel: string | null
  readonly name: string | null
  readonly response: ServerResponse
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const deliveries: Delivery[] = []
  let questions: Question[] = []

  /** Answers the questions that can be answered, and keeps the others. */
  const answer = (): void => {
    questions = questions.filter(({ channel, name, response }) => {
      const found = deliveries.find(({ body }) => {
        const { events } = JSON.parse(Buffer.from(body, 'base64').toString())
        return events[0]?.channel === channel && events[0]?.name === name
      })
      if (found) response.end(JSON.stringify(found))
      return !found
    })
  }
  const server = createServer(async (request, response) => {
    const { method, headers, url = '/' } = request
    if (method === 'GET') {
      const { searchParams } = new URL(url, 'http://localhost')
      questions.push({ channel: searchParams.get('channel'), name: searchParams.get('name'), response })
    } else {
      const body = Buffer.concat(await request.toArray()).toString('base64')
      deliveries.push({ headers, body })
      response.end('{}')
    }
    answer()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    stop: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
