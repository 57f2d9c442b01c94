/** What this process holds after a full collection, in bytes: the heap, and buffers outside it. */
export function memoryInUse(): number {
  if (!globalThis.gc) throw new Error('Start this program with --expose-gc')
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
