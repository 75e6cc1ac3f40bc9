import { spawn } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { passwordFile, passwordOf, superuser } from './endpoint.ts'
import { serverEnvironment } from './environment.ts'
import { isRunning } from './processes.ts'
import { program } from './binaries.ts'
import { commandLine, type Runnable } from './unprivileged.ts'

/**
 * Characters are classified by the operating system's locale in extensions such as pg_trgm: under plain C the é of José
 * is no letter there. Not every system has each of these.
 */
const characterLocales = ['C.UTF-8', 'en_US.UTF-8', 'C']

/**
 * Makes the cluster beside its place and moves it there, so that neither a crash nor a second starter can leave or see half
 * of one. Returns false when another process was first.
 */
export async function initialize(runnable: Runnable, dataFolder: string, cluster: string): Promise<boolean> {
  clearLeftovers(dataFolder)
  const fresh = join(dataFolder, `new-${process.pid}`)
  const failures: string[] = []
  for (const locale of characterLocales) {
    rmSync(fresh, { recursive: true, force: true })
    const run = await runInitdb(runnable, dataFolder, fresh, locale)
    if (run.status === 0) return moveIntoPlace(fresh, cluster)
    failures.push(run.said)
    if (!/locale/.test(run.said)) break
  }
  rmSync(fresh, { recursive: true, force: true })
  throw new Error(`initdb failed: ${failures.at(-1)}`)
}

function moveIntoPlace(fresh: string, cluster: string): boolean {
  try {
    renameSync(fresh, cluster)
    return true
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(cluster)) throw error
    return false
  }
}

function clearLeftovers(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const pid = /^new-(\d+)$/.exec(name)?.[1]
    if (pid && !isRunning(Number(pid))) rmSync(join(dataFolder, name), { recursive: true, force: true })
  }
}

function runInitdb({ runner, binaries }: Runnable, dataFolder: string, fresh: string, locale: string) {
  const args = ['-D', fresh, '-U', superuser, '-E', 'UTF8', '--locale=C', `--lc-ctype=${locale}`, '--lc-messages=C']
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  if (process.platform === 'win32') {
    passwordOf(dataFolder)
    args.push('--auth=scram-sha-256', `--pwfile=${passwordFile(dataFolder)}`)
  } else {
    args.push('--auth-local=trust', '--auth-host=reject')
  }
  const [file, rest] = commandLine(runner, program(binaries, 'initdb'), args)
  const child = spawn(file, rest, {
    cwd: dataFolder,
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
    ...runner.account,
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise<{ status: number | null; said: string }>((resolve) => {
    child.once('error', (error) => resolve({ status: null, said: error.message }))
    child.once('close', (status) => resolve({ status, said: stderr.trim().replaceAll('\n', ' ') }))
  })
}
