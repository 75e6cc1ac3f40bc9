import { Problem } from '../../platform/http/problem.ts'

/** @throws Problem `not-understood` for text that is not Base64 with padding (RFC 4648, 4) */
export function readBase64(field: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  // Node skips what it does not know; the same text again proves that nothing was skipped.
  if (bytes.length === 0 || bytes.toString('base64') !== text)
    throw new Problem('not-understood', [{ pointer: `/body/${field}`, detail: 'not Base64' }])
  return bytes
}
