import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, findBinaries } from './binaries.ts'
import { type Endpoint, endpointOf, newEndpoint, removeSocketFolder, urlOf } from './endpoint.ts'
import { halt } from './halt.ts'
import { initialize } from './initialize.ts'
import { launch } from './launch.ts'
import { type PostmasterPid, readPostmasterPid } from './postmaster-pid.ts'
import { answers, createDatabase } from './probe.ts'
import { isTaken, serves, sharedMemoryInUse } from './processes.ts'
import { moveIn } from './tenants.ts'
import { type AsRoot, findRunnable, type Runnable } from './unprivileged.ts'

export type EmbeddedOptions = {
  /** Made when missing. Holds `cluster/`, `postgres.log` and who uses the server. */
  dataFolder: string
  /** Made when missing; `foyer` unless named. */
  databaseName?: string
  /** PostgreSQL settings by name, as in postgresql.conf. They count when this call starts the server, not when it adopts one. */
  settings?: Record<string, string>
  asRoot?: AsRoot
  log: (event: string, detail: object) => void
}

export type EmbeddedServer = {
  /** For `pg`: a socket on Linux and macOS, 127.0.0.1 with a password on Windows. */
  url: string
  /** Whether it was running already. */
  adopted: boolean
  /** Stops the server, unless another living process uses it too. Never throws; a second call does nothing. */
  stop(): Promise<void>
}

type Server = { endpoint: Endpoint; pid: number; adopted: boolean }
type Place = { dataFolder: string; cluster: string; installed: Binaries }

/** A server that cannot be started for reasons that pass by themselves is tried again this long, in milliseconds. */
const patience = 60_000
const passes =
  /lock file ".*" (already exists|is empty)|pre-existing shared memory block|could not create lock file ".*": No such file/

/**
 * Starts the PostgreSQL that comes with the npm package on a data folder, or adopts the one that runs there already.
 * Any number of processes may call it at once for one folder. Throws an Error whose first line says what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { databaseName = 'foyer', log } = options
  const place = makePlace(options.dataFolder)
  const tenancy = moveIn(place.dataFolder)
  try {
    const server = await adoptOrStart(place, options)
    await createDatabase(server.endpoint, databaseName)
    let stopping: Promise<void> | undefined
    return {
      url: urlOf(server.endpoint, databaseName),
      adopted: server.adopted,
      stop() {
        stopping ??= leave()
        return stopping
      },
    }

    async function leave(): Promise<void> {
      try {
        if (tenancy.leave().othersStay) return log('database.left-running', { pid: server.pid })
        await halt(server.pid, place.cluster, place.installed)
        removeSocketFolder(server.endpoint)
        log('database.stopped', { pid: server.pid })
      } catch (error) {
        log('database.stop-failed', { pid: server.pid, reason: (error as Error).message })
      }
    }
  } catch (error) {
    tenancy.leave()
    throw error
  }
}

function makePlace(folder: string): Place {
  const installed = findBinaries()
  mkdirSync(dirname(resolve(folder)), { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const dataFolder = realpathSync(folder)
  return { dataFolder, cluster: join(dataFolder, 'cluster'), installed }
}

async function adoptOrStart(place: Place, options: EmbeddedOptions): Promise<Server> {
  const { dataFolder, cluster, installed } = place
  let runnable: Runnable | undefined
  let said = ''
  for (let waited = 0; waited < patience; waited += 100) {
    const running = await adopt(place, options.log)
    if (running) return running
    runnable ??= findRunnable(installed, dataFolder, cluster, options.asRoot ?? 'automatic')
    if (!existsSync(cluster) && (await initialize(runnable, dataFolder, cluster))) {
      options.log('database.initialized', { runner: runnable.runner.kind })
    }
    const endpoint = await newEndpoint(dataFolder, runnable.runner.account)
    const launched = await launch(runnable, dataFolder, cluster, endpoint, options.settings ?? {})
    if (launched.pid !== undefined) {
      said = `It answers no query at ${JSON.stringify(Object.keys(endpoint))}.`
      if (!(await answers(endpoint, cluster))) continue
      options.log('database.started', { pid: launched.pid, runner: runnable.runner.kind })
      return { endpoint, pid: launched.pid, adopted: false }
    }
    said = launched.said
    if (!passes.test(said)) {
      removeSocketFolder(endpoint)
      break
    }
    if (/is empty/.test(said) && waited >= 3000) removePidFile(cluster)
    await sleep(100)
  }
  throw new Error(`The embedded PostgreSQL did not start.\n${said}`)
}

/** undefined when no server runs on the folder any more. */
async function adopt(
  { dataFolder, cluster, installed }: Place,
  log: EmbeddedOptions['log'],
): Promise<Server | undefined> {
  for (let silent = 0; ; ) {
    const running = readPostmasterPid(cluster)
    if (!running) return undefined
    if (!serves(running.pid, cluster)) {
      log('database.recovering', { left: running.pid })
      if (isTaken(running.pid)) await clearAway(running, cluster)
      return undefined
    }
    if (running.ready) {
      const endpoint = endpointOf(running, dataFolder)
      if (await answers(endpoint, cluster)) {
        log('database.adopted', { pid: running.pid })
        return { endpoint, pid: running.pid, adopted: true }
      }
      silent += 1
      if (silent >= 50) {
        log('database.unreachable', { pid: running.pid })
        await halt(running.pid, cluster, installed)
        return undefined
      }
    }
    await sleep(100)
  }
}

/**
 * PostgreSQL itself recovers from a stale postmaster.pid, unless the number in it was given to a stranger or is a zombie's.
 * Children of a killed server end within moments; nothing may be removed before.
 */
async function clearAway(stale: PostmasterPid, cluster: string): Promise<void> {
  for (let waited = 0; waited < patience; waited += 20) {
    if (!sharedMemoryInUse(stale.sharedMemoryId)) {
      if (readPostmasterPid(cluster)?.pid === stale.pid) removePidFile(cluster)
      return
    }
    await sleep(20)
  }
}

function removePidFile(cluster: string): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}
