import { startEmulator } from '@pusherkit/emulator'
import { APP } from '../contenders/contender.ts'
import { tell } from '../harness/child.ts'

const { port } = await startEmulator({ apps: [APP] })
tell({ port })
process.on('disconnect', () => process.exit())
