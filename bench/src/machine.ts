import { cpus, release, totalmem, type } from 'node:os'

/** Where the figures come from, as lines of a list. */
export function machineLines(database: string | null, at: Date): readonly string[] {
  const [first] = cpus()
  return [
    `Date: ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `Processor: ${first?.model.trim() ?? 'unknown'}, ${cpus().length} cores`,
    `Memory: ${(totalmem() / 2 ** 30).toFixed(1)} GB`,
    `System: ${type()} ${release()}, ${process.arch}`,
    `Node: ${process.versions.node}`,
    ...(database === null ? [] : [`PostgreSQL: ${database}`]),
  ]
}
