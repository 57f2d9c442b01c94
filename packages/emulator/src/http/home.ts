import { type Answer, textAnswer } from './answer.ts'

/** What somebody who opens the emulator's address in a browser reads. */
export const HOME: Answer = textAnswer(
  200,
  `This is the PusherKit emulator: a local Pusher Channels server, for development and tests only.
The HTTP API is below /apps/{app id}, WebSockets connect to /app/{key}.
A browser that opens this address sees the debug console, unless it is switched off.
`,
)
