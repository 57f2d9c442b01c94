import { startEmulator } from '@pusherkit/emulator'
import { answerUsage, tell } from './messages.ts'

// Counts go to everybody with each of the crowd who comes, which is another measurement.
const app = { appId: 'app-id', key: 'app-key', secret: 'app-secret', subscriptionCounts: false }
const { port } = await startEmulator({ apps: [app] })
answerUsage()
tell({ port })
