import type { TLSSocket } from 'node:tls'
import type { TlsOptions } from '@pusherkit/core'
import { describe, expect, test } from 'vitest'
import type { Subject } from './subject.ts'
import { certificates, never, requestTo, serve } from './support.ts'

/** Whom a transport trusts that takes the option `tls`. */
export function describeTls({ name, create }: Subject): void {
  describe(`${name}, by its TLS settings`, async () => {
    const { ca, server, client } = await certificates()
    const get = (tls: TlsOptions | undefined, origin: string) =>
      create(tls ? { tls } : {})(requestTo(origin), { signal: never() })

    test('refuses a certificate that nobody vouches for', async () => {
      const { origin } = await serve((_, response) => response.end(), server)
      await expect(get(undefined, origin)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    })

    test('trusts a certificate authority of your own', async () => {
      const { origin } = await serve((_, response) => response.end(), server)
      expect(await get({ ca }, origin)).toMatchObject({ status: 200 })
    })

    test('refuses a certificate for another name', async () => {
      const { origin } = await serve((_, response) => response.end(), server)
      await expect(get({ ca, servername: 'other.example.com' }, origin)).rejects.toMatchObject({
        code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      })
    })

    test('leaves the check out when it is told to', async () => {
      const { origin } = await serve((_, response) => response.end(), server)
      expect(await get({ rejectUnauthorized: false }, origin)).toMatchObject({ status: 200 })
    })

    test('shows its own certificate to a server that asks', async () => {
      const { origin } = await serve(
        (request, response) => response.end((request.socket as TLSSocket).getPeerCertificate().subject.CN),
        { ...server, ca, requestCert: true },
      )
      expect(await get({ ca, ...client }, origin)).toMatchObject({ body: 'app' })
      await expect(get({ ca }, origin)).rejects.toThrow()
    })

    test('resumes the session of the connection before', async () => {
      const resumed: boolean[] = []
      const { origin } = await serve((request, response) => {
        resumed.push((request.socket as TLSSocket).isSessionReused())
        response.writeHead(200, { connection: 'close' }).end()
      }, server)
      const transport = create({ tls: { ca } })
      for (let count = 0; count < 3; count++) await transport(requestTo(origin), { signal: never() })
      expect(resumed).toEqual([false, true, true])
    })
  })
}
