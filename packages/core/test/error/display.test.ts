import { expect, test } from 'vitest'
import { display } from '../../src/error/display.ts'

test.each([
  ['line\nbreak', '"line\\nbreak"'],
  ['\u001b[2J', '"\\u001b[2J"'],
  ['\u009b2J', '"\\u009b2J"'],
  ['two\u2028lines', '"two\\u2028lines"'],
  ['\u202egnp.exe', '"\\u202egnp.exe"'],
  ['Zoë 🙂', '"Zoë 🙂"'],
  ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
  [undefined, 'undefined'],
  [[1, 2], 'an array of 2'],
  [{ secret: 1 }, 'an object'],
  [5, '5 (number)'],
])('a message shows %j on one line, without what a terminal would obey', (value, shown) => {
  expect(display(value)).toBe(shown)
})
