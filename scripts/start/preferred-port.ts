/** Starts something on the port people expect, or on a free one where that is taken, and says so. */
export async function onPreferredPort<T extends { readonly url: string }>(
  name: string,
  port: number,
  start: (port: number) => Promise<T>,
): Promise<T> {
  try {
    return await start(port)
  } catch (error) {
    if (!isTaken(error)) throw error
    const started = await start(0)
    console.log(`  port ${port} is taken: the ${name} uses ${new URL(started.url).port} instead`)
    return started
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === 'EADDRINUSE') || isTaken(error.cause))
