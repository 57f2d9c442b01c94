import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

/** A certificate and its private key, as PEM. */
export interface Pair {
  readonly cert: string
  readonly key: string
}

/** A certificate authority for the length of one run, which is the server 127.0.0.1 too. */
export interface Authority extends AsyncDisposable {
  /** What processes need to serve with it and to trust it. Node trusts it as any other: no library is told of it. */
  readonly environment: Readonly<Record<'BENCH_CERTIFICATE' | 'NODE_EXTRA_CA_CERTS', string>>
}

export async function createAuthority(): Promise<Authority> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  })
  const folder = await mkdtemp(join(tmpdir(), 'pusherkit-bench-'))
  await writeFile(join(folder, 'cert.pem'), cert)
  await writeFile(join(folder, 'key.pem'), key, { mode: 0o600 })
  return {
    environment: { BENCH_CERTIFICATE: folder, NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

/** The certificate that this process serves with. */
export function readCertificate(): Pair {
  const folder = process.env.BENCH_CERTIFICATE
  if (!folder) throw new Error('BENCH_CERTIFICATE is not set: start scenarios with bench/main.ts')
  return {
    cert: readFileSync(join(folder, 'cert.pem'), 'utf8'),
    key: readFileSync(join(folder, 'key.pem'), 'utf8'),
  }
}
