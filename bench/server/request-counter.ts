/** What a chunk of a connection completed. */
export interface Arrival {
  readonly requests: number
  /** Whether the client closes the connection after this. */
  readonly isLast: boolean
}

const HEAD_END = Buffer.from('\r\n\r\n')
const LENGTH = /\r\ncontent-length: *(\d+)/i
const CLOSE = /\r\nconnection: *close/i
const NOTHING: Arrival = { requests: 0, isLast: false }

/** Counts the requests of one connection, pipelined ones too. */
export function createRequestCounter(): (chunk: Buffer) => Arrival {
  let rest: Buffer | undefined
  /** Bytes of a body that are still to come. */
  let missing = 0
  return (chunk) => {
    if (missing > chunk.length) {
      missing -= chunk.length
      return NOTHING
    }
    let requests = missing > 0 ? 1 : 0
    let isLast = false
    const bytes = rest ? Buffer.concat([rest, chunk]) : chunk
    let position = missing
    missing = 0
    rest = undefined
    while (position < bytes.length) {
      const end = bytes.indexOf(HEAD_END, position)
      if (end === -1) {
        rest = bytes.subarray(position)
        break
      }
      const head = bytes.toString('latin1', position, end)
      isLast = CLOSE.test(head)
      position = end + HEAD_END.length + Number(LENGTH.exec(head)?.[1] ?? 0)
      if (position > bytes.length) missing = position - bytes.length
      else requests++
    }
    return { requests, isLast }
  }
}
