import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether the number is in use, be it by a zombie or by somebody else's process. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A zombie, which nobody may ever reap in a container, does not count. */
export function isRunning(pid: number): boolean {
  if (!isTaken(pid)) return false
  const stat = readText(`/proc/${pid}/stat`)
  // Gone between the two questions, or a system without /proc.
  if (stat === undefined) return isTaken(pid)
  return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
}

/** Whether the process is a server of this data folder and not a stranger that got the same number. */
export function serves(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false
  if (process.platform === 'win32') return true
  const line = readText(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? processList(pid)
  return line.includes(` -D ${cluster} `)
}

/** Whether servers that lost their parent still hold the memory of a data folder (Linux; elsewhere false). */
export function sharedMemoryInUse(id: number | undefined): boolean {
  const rows = (readText('/proc/sysvipc/shm') ?? '').split('\n').slice(1)
  return rows.some((row) => {
    const fields = row.trim().split(/\s+/)
    return Number(fields[1]) === id && Number(fields[6]) > 0
  })
}

function processList(pid: number): string {
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
