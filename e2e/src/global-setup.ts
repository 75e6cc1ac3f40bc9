import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from './server-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    foyerUrl: string
    foyerData: string
  }
}

/** One demo practice for all stories; stories choose their own people. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'foyer-e2e-'))
  // Messages carry links only where the server knows its own address.
  const port = await freePort()
  const env = { PORT: String(port), FOYER_PUBLIC_URL: `http://127.0.0.1:${port}` }
  const server = await startServer({ dataFolder, env, timeoutMs: 180_000 })
  project.provide('foyerUrl', server.url)
  project.provide('foyerData', dataFolder)
  return async () => {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const address = probe.address()
  await new Promise((closed) => probe.close(closed))
  if (address === null || typeof address === 'string') throw new Error('a listening socket has a port')
  return address.port
}
