import { publishInFlight } from '../harness/publish-in-flight.ts'
import type { Scenario } from '../harness/scenario.ts'

export const publishHttp: Scenario = {
  about: 'Events of 100 B over http, with 1, 10 and 100 on their way at once.',
  run: (pace) => publishInFlight('http', pace),
}
