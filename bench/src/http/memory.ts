import { existsSync, readFileSync } from 'node:fs'

export interface Memory {
  /** Megabytes (2^20) resident now, and the most that ever were. */
  readonly now: number
  readonly peak: number
}

/** Of a process, where the system tells (Linux). */
export function memoryOf(pid: number): Memory | null {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  const status = readFileSync(file, 'utf8')
  const megabytes = (field: string): number =>
    Math.round(Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024)
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}
