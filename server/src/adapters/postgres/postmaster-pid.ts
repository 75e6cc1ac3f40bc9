import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server writes into its data folder (PostgreSQL, src/include/utils/pidfile.h). */
export type PostmasterPid = {
  pid: number
  port: number
  /** Empty when it listens on TCP only. */
  socketFolder: string
  sharedMemoryId: number | undefined
  /** A socket that accepts is not yet a ready server; this line is. */
  ready: boolean
}

export function parsePostmasterPid(text: string): PostmasterPid | undefined {
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  const sharedMemoryId = Number(lines[6]?.trim().split(/\s+/)[1])
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socketFolder: lines[4]?.trim() ?? '',
    sharedMemoryId: Number.isSafeInteger(sharedMemoryId) ? sharedMemoryId : undefined,
    ready: lines[7]?.trim() === 'ready',
  }
}

/** undefined when there is no file, or one that is only half written. */
export function readPostmasterPid(cluster: string): PostmasterPid | undefined {
  try {
    return parsePostmasterPid(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'))
  } catch {
    return undefined
  }
}
