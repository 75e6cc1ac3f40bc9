import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { program } from './binaries.ts'
import { type Endpoint, settingsOf } from './endpoint.ts'
import { serverEnvironment } from './environment.ts'
import { readPostmasterPid } from './postmaster-pid.ts'
import { suitedSettings } from './suited.ts'
import { commandLine, type Runnable } from './unprivileged.ts'

/**
 * Values of rows never reach the log file. An ERROR quotes them in its message, its detail and its statement, and the app gets
 * it anyway; `log` keeps LOG, FATAL and PANIC.
 */
const quiet = { log_min_messages: 'log', log_error_verbosity: 'terse', log_min_error_statement: 'panic' }
const utc = { timezone: 'UTC', log_timezone: 'UTC' }

export type Launched = { pid: number } | { pid: undefined; said: string }

/** Starts a server and waits until it says that it is ready. The server outlives this process. */
export async function launch(
  { runner, binaries }: Runnable,
  dataFolder: string,
  cluster: string,
  endpoint: Endpoint,
  settings: Record<string, string>,
): Promise<Launched> {
  const logFile = join(dataFolder, 'postgres.log')
  const logStart = rotate(logFile)
  const log = openSync(logFile, 'a', 0o600)
  const all = { ...utc, ...quiet, ...suitedSettings(), ...settings, ...settingsOf(endpoint) }
  const pairs = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [file, args] = commandLine(runner, program(binaries, 'postgres'), ['-D', cluster, ...pairs])
  const child = spawn(file, args, {
    // A group of its own: else Ctrl-C in the terminal stops the database before the app.
    detached: true,
    cwd: dataFolder,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    windowsHide: true,
    ...runner.account,
  })
  closeSync(log)
  const state: { ended?: string } = {}
  child.once('error', (error) => {
    state.ended = error.message
  })
  child.once('exit', (status, signal) => {
    state.ended = `exit ${status ?? signal}`
  })
  child.unref()
  while (state.ended === undefined) {
    const running = readPostmasterPid(cluster)
    if (child.pid !== undefined && running?.ready && running.pid === child.pid) return { pid: child.pid }
    await sleep(15)
  }
  const said = readFileSync(logFile).subarray(logStart).toString('utf8').trim()
  return { pid: undefined, said: said || state.ended }
}

function rotate(logFile: string): number {
  try {
    const { size } = statSync(logFile)
    if (size < 10_000_000) return size
    renameSync(logFile, `${logFile}.1`)
    return 0
  } catch {
    return 0
  }
}
