import { expect, test } from 'vitest'
import { sendNodeResponse } from '../../../src/handlers/index.ts'
import { serve } from './serve.ts'

test('an answer is sent as it is, and headers that others have set stay', async () => {
  const port = await serve((_request, response) => {
    response.setHeader('access-control-allow-origin', 'https://app.example')
    sendNodeResponse(response, { status: 403, headers: { 'content-type': 'text/x' }, body: 'né' })
  })
  const answer = await fetch(`http://127.0.0.1:${port}`)
  expect([answer.status, await answer.text()]).toEqual([403, 'né'])
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': 'https://app.example',
    'content-type': 'text/x',
    'content-length': '3',
  })
})
