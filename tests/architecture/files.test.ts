import { describe, expect, test } from 'vitest'
import { files, folders, read } from './workspace.ts'

describe('files', () => {
  test('no source file has more than 200 lines', () => {
    const long = [
      ...folders('packages').map((n) => `packages/${n}/src`),
      ...folders('apps').map((n) => `apps/${n}/src`),
    ]
      .flatMap((folder) => files(folder, '.ts'))
      .map((path) => [path, read(path).split('\n').length] as const)
      .filter(([, lines]) => lines > 200)
    expect(long).toEqual([])
  })

  test('index files name their exports', () => {
    const stars = folders('packages')
      .flatMap((name) => files(`packages/${name}/src`, 'index.ts'))
      .filter((path) => /export \*/.test(read(path)))
    expect(stars).toEqual([])
  })

  test('AGENTS.md stays a page', () => {
    expect(read('AGENTS.md').trimEnd().split('\n').length).toBeLessThanOrEqual(60)
  })

  test('every package and app has a README', () => {
    const rooms = ['packages', 'apps'].flatMap((room) => folders(room).map((name) => `${room}/${name}`))
    expect(rooms.filter((folder) => !files(folder, '.md').includes(`${folder}/README.md`))).toEqual([])
  })
})
