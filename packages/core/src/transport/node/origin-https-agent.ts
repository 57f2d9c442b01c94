import { Agent } from 'node:https'

/**
 * Keeps TLS connections to one server. An agent asks for the name of a connection at every request and every answer, to
 * find others to the same server with the same options, and joins more than 20 strings each time. Here all are alike.
 */
export class OriginHttpsAgent extends Agent {
  override getName(): string {
    return 'our server'
  }
}
