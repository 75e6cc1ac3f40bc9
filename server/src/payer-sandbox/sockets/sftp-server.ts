import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import ssh2, { type AuthContext, type Connection } from 'ssh2'
import { newHostKey } from './host-key.ts'
import { serveFolder } from './sftp-folder.ts'

const { Server, utils } = ssh2

export interface SftpServer {
  readonly port: number
  /** As a client pins it: `SHA256:…`. */
  readonly hostKey: string
  close(): Promise<void>
}

export interface SftpOptions {
  /** All that is served; nobody sees above it. */
  readonly folder: string
  readonly user: string
  readonly password: string
  readonly port?: number
}

/** Serves one folder by SFTP on this machine only, under a key that is made anew each time. */
export function openSftpServer({ folder, user, password, port = 0 }: SftpOptions): Promise<SftpServer> {
  const pem = newHostKey()
  const clients = new Set<Connection>()

  function check(context: AuthContext): void {
    const isRight = context.method === 'password' && context.username === user && context.password === password
    if (isRight) context.accept()
    else context.reject(['password'])
  }

  const server = new Server({ hostKeys: [pem] }, (client) => {
    clients.add(client)
    client
      .on('authentication', check)
      .on('session', (accept) => {
        accept().on('sftp', (open) => serveFolder(open(), folder))
      })
      .on('close', () => clients.delete(client))
      // A client that goes away in the middle is no fault of this side.
      .on('error', () => {})
  })
  return new Promise((ready, fail) => {
    server.on('error', fail)
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as AddressInfo
      ready({
        port: taken,
        hostKey: fingerprintOf(pem),
        close: () =>
          new Promise((closed) => {
            for (const client of clients) client.end()
            server.close(() => closed())
          }),
      })
    })
  })
}

function fingerprintOf(pem: string): string {
  const key = utils.parseKey(pem)
  if (key instanceof Error) throw key
  return `SHA256:${createHash('sha256').update(key.getPublicSSH()).digest('base64').replace(/=+$/, '')}`
}
