/** Takes a warning in a test that gives no reason for one. */
export const unexpected = (warning: string | Error): never => {
  throw new Error(`Nobody expected the warning ${warning}`)
}
