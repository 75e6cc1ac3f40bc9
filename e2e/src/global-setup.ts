import { mkdtempSync, rmSync } from 'node:fs'
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
  const server = await startServer({ dataFolder, timeoutMs: 180_000 })
  project.provide('foyerUrl', server.url)
  project.provide('foyerData', dataFolder)
  return async () => {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
