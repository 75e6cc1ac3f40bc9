import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The server's secret, from which the keys for cookies, for the audit seal and for those that wrap the keys of documents are derived: from the environment, else
 * from a file that is made on the first start and that only its owner can read.
 */
export function readSecret(fromEnvironment: string | null, dataFolder: string): string {
  if (fromEnvironment !== null) return fromEnvironment
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const file = join(dataFolder, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
