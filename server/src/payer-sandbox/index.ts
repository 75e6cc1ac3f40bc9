import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxCast } from './cast/cast.ts'
import { openAnswering } from './sockets/answering.ts'
import { openBatches } from './sockets/batches.ts'
import type { Control } from './sockets/control.ts'
import { openHttpServer } from './sockets/http-server.ts'
import { openPickup } from './sockets/sftp-pickup.ts'
import { openSftpServer } from './sockets/sftp-server.ts'

export { sandboxCast } from './cast/cast.ts'
export type { Mode } from './sockets/control.ts'

export interface PayerSandboxOptions {
  /** 0: one that is free. */
  readonly port: number
  /** Null or absent: no SFTP. */
  readonly sftpPort?: number | null
  readonly clock: { now(): { toString(): string } }
  /** Where files of SFTP lie; without one a folder of its own that goes with it. */
  readonly folder?: string | undefined
  /** 0 to 1: how many exchanges in real time fail, one way after the other. */
  readonly failShare?: number
  /** How long `slow` takes. */
  readonly slowMs?: number
  /** How long a batch takes. */
  readonly batchMs?: number
  readonly tls?: { readonly key: string; readonly cert: string } | null
  /** A line for each exchange, without names. */
  readonly say?: (line: string) => void
}

export interface PayerSandbox {
  /** `http://127.0.0.1:4311`; `/core` and `/rest` are below it. */
  readonly url: string
  /** `sftp://127.0.0.1:4312/` */
  readonly sftpUrl: string | null
  /** What a client has to pin: `SHA256:…`; anew with each start. */
  readonly sftpHostKey: string | null
  readonly control: Control
  stop(): Promise<void>
}

/** Whoever drops files signs in with these; there is nothing to protect. */
export const sandboxSignIn = { user: 'sandbox', password: 'sandbox' } as const

/** A payer that answers over real sockets, on this machine only. Everybody it knows is invented. */
export async function startPayerSandbox(options: PayerSandboxOptions): Promise<PayerSandbox> {
  const { port, sftpPort = null, clock, failShare = 0, slowMs = 25_000, batchMs = 0, tls = null } = options
  const now = (): string => clock.now().toString()
  const answering = openAnswering({ cast: sandboxCast, now, failShare, say: options.say ?? (() => {}) })
  const batches = openBatches({ answering, newId: randomUUID, readyAfterMs: batchMs })
  const http = await openHttpServer({ desk: { answering, batches, now, newId: randomUUID }, port, slowMs, tls })
  const sftp = sftpPort === null ? null : await openFiles(sftpPort, options.folder, answering)
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${http.port}`,
    sftpUrl: sftp && `sftp://127.0.0.1:${sftp.port}/`,
    sftpHostKey: sftp && sftp.hostKey,
    control: answering.control,
    async stop() {
      await Promise.all([http.close(), sftp?.close()])
    },
  }
}

async function openFiles(port: number, named: string | undefined, answering: ReturnType<typeof openAnswering>) {
  const folder = named ?? (await mkdtemp(join(tmpdir(), 'foyer-payer-')))
  const pickup = await openPickup({ folder, answering, everyMs: 300 })
  const server = await openSftpServer({ ...sandboxSignIn, folder, port })
  return {
    port: server.port,
    hostKey: server.hostKey,
    async close() {
      await server.close()
      await pickup.close()
      if (named === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
