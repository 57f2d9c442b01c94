import { createQueryClient } from '@pusherkit/query'
import { describe, expect, test } from 'vitest'
import { rejection } from './support.ts'

const refusal = (options: object): Promise<unknown> =>
  rejection((async () => createQueryClient(options as { baseUrl: string }))())

describe('createQueryClient refuses', () => {
  test.each(['secret', 'key', 'appId'])('%s, and names the entry for servers', async (name) => {
    const error = await refusal({ baseUrl: '/pusher/query', [name]: 'app-secret' })
    expect(error).toMatchObject({
      code: 'ERR_PUSHER_INVALID_OPTION',
      message: `Option ${name} is refused: what a browser knows, everybody knows. createSignedQueryClient of '@pusherkit/query/signed' is for servers that hold the app's credentials`,
    })
  })

  test.each([
    'https://key:app-secret@example.com/apps/1',
    '//key:app-secret@example.com',
    'https://app-secret@example.com',
    new URL('https://key:app-secret@example.com'),
  ])('the credentials in %s, and does not repeat them', async (baseUrl) => {
    const error = await refusal({ baseUrl })
    expect(String(error)).toContain('Option baseUrl holds credentials')
    expect(String(error)).not.toContain('app-secret')
  })

  test.each([
    [undefined, 'is missing'],
    ['', 'is missing'],
    ['http://', 'is no URL'],
    ['ftp://example.com', 'is not http or https'],
    ['/query?tenant=1', 'has a query'],
  ])('baseUrl %j: %s', async (baseUrl, reason) => {
    expect(String(await refusal({ baseUrl }))).toContain(`Option baseUrl ${reason}`)
  })

  test('an option that does not exist, and names those that do', async () => {
    expect(String(await refusal({ baseURL: '/pusher/query' }))).toContain(
      'Option baseURL does not exist: the options are baseUrl, headers, ky, document',
    )
    expect(String(await refusal({ baseUrl: '/', ky: 1 }))).toContain(
      'Option ky is options of ky, or an instance',
    )
  })
})

test('an @ below the host is no credential', () => {
  expect(createQueryClient({ baseUrl: 'https://example.com/@team/query' })).toHaveProperty('channels')
})
