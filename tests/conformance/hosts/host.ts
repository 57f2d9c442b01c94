import type { Upstream } from '../app/scenes.ts'
import type { Answer, CaseRequest, Trait } from '../case.ts'

/** Something that serves the handlers. */
export interface Host {
  readonly name: string
  /** The most special one first. */
  readonly traits: readonly Trait[]
  /** Serves the scenes, whose clients talk to this Channels server. */
  start(upstream: Upstream): Promise<RunningHost>
}

export interface RunningHost {
  ask(request: CaseRequest): Promise<Answer>
  close(): Promise<void>
}
