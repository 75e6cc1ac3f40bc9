import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, program } from './binaries.ts'
import { readPostmasterPid } from './postmaster-pid.ts'
import { serves } from './processes.ts'

/**
 * Fast shutdown (open transactions are rolled back), then an immediate one after `patience` milliseconds, then SIGKILL.
 * A server that is gone already is no error.
 */
export async function halt(pid: number, cluster: string, binaries: Binaries, patience = 20_000): Promise<void> {
  if (!serves(pid, cluster)) return
  if (process.platform === 'win32') {
    const args = ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', String(patience / 1000)]
    spawnSync(program(binaries, 'pg_ctl'), args, { windowsHide: true, stdio: 'ignore' })
    if (readPostmasterPid(cluster)?.pid === pid) send(pid, 'SIGKILL')
    return
  }
  const steps = [
    ['SIGINT', patience],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const
  for (const [signal, wait] of steps) {
    send(pid, signal)
    if (await isGone(pid, cluster, wait)) return
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone between the look and the signal.
  }
}

async function isGone(pid: number, cluster: string, wait: number): Promise<boolean> {
  for (let waited = 0; waited < wait; waited += 20) {
    if (!serves(pid, cluster)) return true
    await sleep(20)
  }
  return false
}
