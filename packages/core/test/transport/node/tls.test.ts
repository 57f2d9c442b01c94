import type { TLSSocket } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { createTransport } from '../../../src/transport/node.ts'
import { certificates, never, requestTo, serve } from '../support.ts'

describe('TLS', async () => {
  const { ca, server, client } = await certificates()
  const get = (options: Parameters<typeof createTransport>[0], origin: string) =>
    createTransport(options)(requestTo(origin), { signal: never() })

  test('a certificate that nobody vouches for is refused', async () => {
    const { origin } = await serve((_, response) => response.end(), server)
    await expect(get({}, origin)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  })

  test('a certificate authority of your own is trusted', async () => {
    const { origin } = await serve((_, response) => response.end(), server)
    expect(await get({ tls: { ca } }, origin)).toMatchObject({ status: 200 })
  })

  test('a certificate for another name is refused', async () => {
    const { origin } = await serve((_, response) => response.end(), server)
    await expect(get({ tls: { ca, servername: 'other.example.com' } }, origin)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    })
  })

  test('the check can be switched off', async () => {
    const { origin } = await serve((_, response) => response.end(), server)
    expect(await get({ tls: { rejectUnauthorized: false } }, origin)).toMatchObject({ status: 200 })
  })

  test('a server that asks for the certificate of the client gets it', async () => {
    const { origin } = await serve(
      (request, response) => response.end((request.socket as TLSSocket).getPeerCertificate().subject.CN),
      { ...server, ca, requestCert: true },
    )
    expect(await get({ tls: { ca, ...client } }, origin)).toMatchObject({ body: 'app' })
    await expect(get({ tls: { ca } }, origin)).rejects.toThrow()
  })
})
