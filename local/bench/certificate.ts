import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A self-signed certificate for 127.0.0.1, in a temporary folder of its own. */
export interface Certificate {
  readonly key: string
  readonly cert: string
  /** The file of the certificate, for `NODE_EXTRA_CA_CERTS`. */
  readonly file: string
  close(): void
}

/** Makes a certificate with openssl; undefined if openssl is not installed. */
export function makeCertificate(): Certificate | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'bench-tls-'))
  const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const close = (): void => {
    rmSync(folder, { recursive: true, force: true })
  }
  const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2']
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  try {
    execFileSync('openssl', [...options, ...subject, '-keyout', keyFile, '-out', file], {
      stdio: 'ignore'
    })
    return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(file, 'utf8'), file, close }
  } catch {
    close()
    return undefined
  }
}
