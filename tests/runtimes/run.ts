// `npm run test:runtimes`: the same program under every runtime. One line each, and the reason when one fails.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from './bundle.ts'
import { check } from './check.ts'
import type { Task } from './program/exercise.ts'
import { runProcess } from './run-process.ts'
import { runWorkerd } from './run-workerd.ts'
import { processes, type Runtime, supported, workerd } from './runtimes.ts'

const program = (name: string): string => join(import.meta.dirname, 'program', name)
const BUNDLED = 'bundled for workers'
const count = { passed: 0, failed: 0, skipped: 0 }

async function report(
  name: string,
  { path, installed }: Runtime,
  run: (task: Task) => Promise<unknown>,
): Promise<void> {
  if (!supported) {
    count.skipped++
    console.log(`- ${name}: skipped, there are packages for Linux on x64 and arm64 only`)
    return
  }
  try {
    if (!installed) throw new Error(`${path} is not installed`)
    await check(run)
    count.passed++
    console.log(`✓ ${name}`)
  } catch (error) {
    count.failed++
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : error}`)
  }
}

const folder = await mkdtemp(join(tmpdir(), 'pusherkit-runtimes-'))
try {
  const script = join(folder, 'program.mjs')
  await writeFile(script, (await bundle(program('process.ts'))).code)
  const worker = await bundle(program('worker.ts'))

  for (const runtime of processes) {
    await report(runtime.name, runtime, (task) => runProcess(runtime, program('process.ts'), task))
    await report(`${runtime.name}, ${BUNDLED}`, runtime, (task) => runProcess(runtime, script, task))
  }
  await report(`${workerd.name}, ${BUNDLED}`, workerd, (task) =>
    runWorkerd(workerd, worker.code, folder, task),
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}

const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
console.log(`${count.passed} passed, ${count.failed} failed${skipped}`)
if (count.failed > 0) process.exitCode = 1
