import { createHash } from 'node:crypto'

/** The same record has the same id in every demo: UUID version 8 (RFC 9562, 5.8) of its key. */
export function seedId(kind: string, key: string): string {
  const hash = createHash('sha256').update(`foyer demo ${kind} ${key}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
