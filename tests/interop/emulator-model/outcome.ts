import type { Heard, Told } from './cast.ts'

/** What comes of one command: who hears what, and what the app's owner is told. */
export class Outcome {
  heard: [number, Heard][] = []
  told: Told[] = []

  clear(): void {
    this.heard = []
    this.told = []
  }

  say(clients: readonly number[], frame: Heard): void {
    for (const client of clients) this.heard.push([client, frame])
  }

  refuse(client: number, code?: number): void {
    this.say([client], { event: 'pusher:error', data: code })
  }

  tell(happening: Told): void {
    this.told.push(happening)
  }
}
