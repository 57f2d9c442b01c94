import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Fifo } from '../../src/publisher/fifo.ts'

test('law: it gives back what an array would', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: fc.nat() }, fc.constant('shift'))), (steps) => {
      const fifo = new Fifo<number>()
      const model: number[] = []
      for (const step of steps) {
        if (typeof step === 'number') model.push(step)
        if (typeof step === 'number') fifo.push(step)
        else expect(fifo.shift()).toBe(model.shift())
        expect(fifo.first).toBe(model[0])
      }
    }),
  )
})

test('a long one gives back everything in order', () => {
  const fifo = new Fifo<number>()
  const out: (number | undefined)[] = []
  for (let n = 0; n < 1000; n++) {
    fifo.push(n)
    if (n % 3 !== 0) out.push(fifo.shift())
  }
  while (fifo.first !== undefined) out.push(fifo.shift())
  expect(out).toEqual(Array.from({ length: 1000 }, (_, n) => n))
})
