import { expect, test } from 'vitest'
import { createHmacSha256, md5Hex, sha256 } from '#digest'
import * as node from '../../src/digest/node.ts'
import * as portable from '../../src/digest/portable.ts'

// The root's vitest.config.ts runs some tests of core twice and says by this variable on which digest. Without this
// test, the second run might quietly be the first one again.
test('#digest is the one that this run is meant for', () => {
  const meant = process.env.PUSHERKIT_DIGEST === 'portable' ? portable : node
  expect(md5Hex).toBe(meant.md5Hex)
  expect(sha256).toBe(meant.sha256)
  expect(createHmacSha256).toBe(meant.createHmacSha256)
})
