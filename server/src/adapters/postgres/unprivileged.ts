import { spawnSync, type SpawnSyncOptions } from 'node:child_process'
import { existsSync, lstatSync } from 'node:fs'
import { type Account, accountToAppearAs, accountToRunAs, handOver, handOverFolderOnly, hasName } from './accounts.ts'
import { type Binaries, copyBinaries, makeLinks, program } from './binaries.ts'

/**
 * How PostgreSQL, which refuses to run as root, is run:
 * `plain` as whoever we are; `namespace` as ourselves under another id inside a user namespace (nothing changes owner);
 * `account` as another account that owns the data.
 */
export type Runner = { kind: 'plain' | 'namespace' | 'account'; prefix: readonly string[]; account?: Account }

export type Runnable = { runner: Runner; binaries: Binaries }

/** Which of the two ways root takes; `automatic` tries a namespace, then an account. */
export type AsRoot = 'automatic' | 'namespace' | 'account'

export function commandLine(runner: Runner, file: string, args: readonly string[]): [file: string, args: string[]] {
  const [first = file, ...rest] = [...runner.prefix, file, ...args]
  return [first, rest]
}

/** Tries the ways in turn, each with the installed binaries and then with a copy in the data folder. */
export function findRunnable(installed: Binaries, dataFolder: string, cluster: string, asRoot: AsRoot): Runnable {
  const failures: string[] = []
  for (const runner of candidates(cluster, asRoot)) {
    if (runner.account) {
      handOverFolderOnly(dataFolder, runner.account)
      if (!reaches(runner.account, dataFolder)) {
        failures.push(`${runner.kind}: user ${runner.account.uid} cannot reach ${dataFolder}`)
        continue
      }
    }
    for (const source of [() => linked(installed), () => copyBinaries(installed, dataFolder)]) {
      const failure = attempt(runner, source)
      if (typeof failure !== 'string') {
        if (runner.account && existsSync(cluster)) handOver(cluster, runner.account)
        return failure
      }
      failures.push(failure)
    }
  }
  throw new Error(
    `The embedded PostgreSQL cannot be run here (${failures.join('; ')}): run as another user, move the data folder to where every user can reach it, or set DATABASE_URL.`,
  )
}

function candidates(cluster: string, asRoot: AsRoot): Runner[] {
  const plain: Runner = { kind: 'plain', prefix: [] }
  if (process.platform === 'win32') return [plain]
  if (process.getuid?.() !== 0) return hasName() ? [plain] : [namespace(), plain]
  const owner = existsSync(cluster) ? lstatSync(cluster) : undefined
  if (owner && owner.uid !== 0) return [account({ uid: owner.uid, gid: owner.gid })]
  if (asRoot === 'account') return [account(accountToRunAs())]
  return asRoot === 'namespace' ? [namespace()] : [namespace(), account(accountToRunAs())]
}

function namespace(): Runner {
  const { uid, gid } = accountToAppearAs()
  return { kind: 'namespace', prefix: ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'] }
}

function account(who: Account): Runner {
  return { kind: 'account', prefix: [], account: who }
}

function linked(binaries: Binaries): Binaries {
  makeLinks(binaries)
  return binaries
}

function reaches(who: Account, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -w "$0"', folder], { cwd: '/', ...who }).status === 0
}

function attempt(runner: Runner, source: () => Binaries): Runnable | string {
  try {
    const binaries = source()
    const options: SpawnSyncOptions = { encoding: 'utf8', cwd: '/', windowsHide: true, ...runner.account }
    const [file, args] = commandLine(runner, program(binaries, 'postgres'), ['--version'])
    const run = spawnSync(file, args, process.platform === 'win32' ? { ...options, cwd: binaries.root } : options)
    if (run.status === 0) return { runner, binaries }
    const said = run.error?.message ?? String(run.stderr).trim().split('\n')[0]
    return `${runner.kind}: ${said || `exit ${run.status}`}`
  } catch (error) {
    return `${runner.kind}: ${(error as Error).message}`
  }
}
