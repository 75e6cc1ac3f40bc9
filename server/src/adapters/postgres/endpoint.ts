import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, handOverFolderOnly } from './accounts.ts'
import type { PostmasterPid } from './postmaster-pid.ts'

export const superuser = 'foyer'
const port = 5432
/** sockaddr_un holds 107 bytes on Linux and 103 on macOS. */
const longestSocketPath = 103

/** Where the server is reached: a socket in a folder only its owner can enter, or (Windows) 127.0.0.1 with a password. */
export type Endpoint = { socketFolder: string } | { port: number; password: string }

export function urlOf(endpoint: Endpoint, databaseName: string): string {
  const database = encodeURIComponent(databaseName)
  if ('socketFolder' in endpoint) {
    return `postgresql://${superuser}@/${database}?host=${encodeURIComponent(endpoint.socketFolder)}`
  }
  return `postgresql://${superuser}:${endpoint.password}@127.0.0.1:${endpoint.port}/${database}`
}

export function settingsOf(endpoint: Endpoint): Record<string, string> {
  if ('socketFolder' in endpoint) {
    return {
      listen_addresses: '',
      port: String(port),
      unix_socket_directories: endpoint.socketFolder,
      unix_socket_permissions: '0700',
    }
  }
  return { listen_addresses: '127.0.0.1', port: String(endpoint.port) }
}

export async function newEndpoint(dataFolder: string, account: Account | undefined): Promise<Endpoint> {
  if (process.platform === 'win32') return { port: await freePort(), password: passwordOf(dataFolder) }
  return { socketFolder: makeSocketFolder(dataFolder, account) }
}

export function endpointOf(running: PostmasterPid, dataFolder: string): Endpoint {
  if (running.socketFolder) return { socketFolder: running.socketFolder }
  return { port: running.port, password: passwordOf(dataFolder) }
}

export function passwordFile(dataFolder: string): string {
  return join(dataFolder, 'password')
}

export function passwordOf(dataFolder: string): string {
  const file = passwordFile(dataFolder)
  try {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** The name follows from the data folder, so that its length does not. A folder somebody else put there is passed over. */
function makeSocketFolder(dataFolder: string, account: Account | undefined): string {
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  const tooLong = Buffer.byteLength(join(tmpdir(), `foyer-${hash}-0`, `.s.PGSQL.${port}`)) > longestSocketPath
  const parent = tooLong ? '/tmp' : tmpdir()
  for (let number = 0; number < 8; number += 1) {
    const folder = join(parent, number === 0 ? `foyer-${hash}` : `foyer-${hash}-${number}`)
    try {
      mkdirSync(folder, { mode: 0o700 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (!isPrivate(folder, account)) continue
    if (account) handOverFolderOnly(folder, account)
    return folder
  }
  throw new Error(`No socket folder of our own can be made in ${parent}: remove ${join(parent, `foyer-${hash}`)}*`)
}

export function removeSocketFolder(endpoint: Endpoint): void {
  try {
    if ('socketFolder' in endpoint) rmdirSync(endpoint.socketFolder)
  } catch {
    // Gone, or in use again.
  }
}

function isPrivate(folder: string, account: Account | undefined): boolean {
  const stat = lstatSync(folder)
  const ours = stat.uid === process.getuid?.() || stat.uid === account?.uid
  return stat.isDirectory() && ours && (stat.mode & 0o077) === 0
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
