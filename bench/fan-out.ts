/**
 * One event to many subscribers of one channel: the emulator against the least that a server over `ws` can do. Both run
 * in one go and in turns, each server and each crowd in a process of its own, from source.
 *
 *     node bench/fan-out.ts
 */
import { fork } from 'node:child_process'

const comparison = fork(new URL('./fan-out/compare.ts', import.meta.url), {
  execArgv: ['--conditions=@pusherkit/source'],
})
comparison.on('exit', (code) => {
  process.exitCode = code ?? 1
})
