import nest from '@nestjs/core/package.json' with { type: 'json' }
import { expect, test } from 'vitest'

// The root's vitest.config.ts runs these tests twice and says by this variable on which Nest. Without this test, the
// second run might quietly be the first one again.
test('Nest is the one that this run is meant for', () => {
  expect(nest.version).toMatch(new RegExp(`^${process.env.PUSHERKIT_NEST ?? '12'}\\.`))
})
