import { createHash } from 'node:crypto'
import { normalizedBody } from '@foyer/patients'

/** SHA-256 by which a text is known to be the one before, however it was typed. */
export function bodyHash(body: string): Buffer {
  return createHash('sha256').update(normalizedBody(body)).digest()
}
