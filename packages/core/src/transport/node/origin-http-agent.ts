import { Agent } from 'node:http'

/** Keeps connections to one server, so that all have one name: see `OriginHttpsAgent`. */
export class OriginHttpAgent extends Agent {
  override getName(): string {
    return 'our server'
  }
}
