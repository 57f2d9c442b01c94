import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DIFFERENCES } from './differences.ts'
import { eachServer } from './test-server.ts'

eachServer(['emulator', 'soketi', 'soketi cluster'], (server) => {
  const column = server.name === 'emulator' ? 'emulator' : 'soketi'
  test.for(DIFFERENCES)('$what', async (difference) => {
    expect(await difference.probe(server)).toBe(difference[column])
  })
})

describe('the table of the README', () => {
  test('has exactly these differences', () => {
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
    const [, section = ''] = readme.split('## Differences')
    const [, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'))
    expect(rows.map((row) => row.replace(/ +/g, ' '))).toEqual(
      DIFFERENCES.map(({ what, emulator, soketi }) => `| ${what} | \`${emulator}\` | \`${soketi}\` |`),
    )
  })
})
