import type { Reporter, TestModule } from 'vitest/node'

/**
 * Closes a run with one plain line, `N passed, N failed`, for people and machines that read only the end. A file that
 * fails to load counts as a failure, and so does an error outside any test.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 }
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      for (const test of tests) {
        const { state } = test.result()
        if (state === 'pending') count.failed++
        else count[state]++
      }
      const broken =
        module.errors().length > 0 || [...module.children.allSuites()].some((s) => s.errors().length > 0)
      if (broken) count.failed++
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
    // The default reporter writes its summary after this hook's turn: the line waits for the end of the process.
    process.once('exit', (code) => {
      // A run that broke before its first test, in its set-up for instance, has failed all the same.
      const failed = count.failed || (code === 0 ? 0 : 1)
      process.stdout.write(`${count.passed} passed, ${failed} failed${skipped}\n`)
    })
  }
}
