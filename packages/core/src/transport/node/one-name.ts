import type { Agent } from 'node:http'

/**
 * Has an agent keep all its connections under one name, for one that has one server. An agent asks for the name of a
 * connection at every request and every answer, to find others to the same server with the same options, and joins more
 * than 20 strings each time. Here all are alike.
 */
export function withOneName<A extends Agent>(agent: A): A {
  agent.getName = () => 'our server'
  return agent
}
