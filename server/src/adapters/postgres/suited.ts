import { totalmem } from 'node:os'

const MB = 1024 * 1024
const least = 128
const most = 1024

/**
 * What PostgreSQL keeps in memory by itself, in MB: an eighth of the machine's, where its manual (19.4) has a quarter for a server
 * that is there alone. Its usual 128 MB hold a fifth of what a million people are found by, and each search reads the rest anew.
 */
export function bufferMegabytes(machineBytes: number): number {
  return Math.min(most, Math.max(least, Math.floor(machineBytes / 8 / MB)))
}

/** Settings for a server beside the application on one machine. */
export function suitedSettings(): Record<string, string> {
  // A container may have less than its machine; 0 is no limit.
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  return {
    shared_buffers: `${bufferMegabytes(bytes)}MB`,
    // The data lie in memory or on a disk without arms: a look through an index costs little.
    random_page_cost: '1.1',
  }
}
