import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import { type CreateContender, EVENT } from './contender.ts'
import { signedTarget } from './sign.ts'

const SOCKETS = 64

/** The limit of a transport on Node's own client: a keep-alive agent and nothing else. No timeout, retry or error. */
export const agent: CreateContender = ({ host, port, useTLS }, { data, channelOf }) => {
  const options = { keepAlive: true, maxSockets: SOCKETS }
  const shared = useTLS ? new HttpsAgent(options) : new HttpAgent(options)
  const send = useTLS ? requestHttps : requestHttp
  const publish = (index: number): Promise<string> => {
    const body = JSON.stringify({ name: EVENT, data: JSON.stringify(data), channels: [channelOf(index)] })
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const path = signedTarget('/events', body)
    return new Promise((resolve, reject) => {
      const sent = send({ agent: shared, host, port, method: 'POST', path, headers }, (answer) =>
        resolve(text(answer)),
      )
      sent.on('error', reject).end(body)
    })
  }
  return { eventsPerCall: 1, publish, close: () => shared.destroy() }
}
