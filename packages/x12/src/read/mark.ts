import { decodeBytes } from './decode.ts'

/** A delimiter as it stands in the bytes: mostly one; some senders end segments by a character that takes several. */
export interface Mark {
  readonly first: number
  readonly length: number
  readonly bytes: Uint8Array
}

/** The character that begins here; null after the end. */
export function markAt(bytes: Uint8Array, at: number, end: number): Mark | null {
  if (at >= end) return null
  const length = characterLength(bytes, at, end)
  // A copy: `slice` of a Buffer would change with the piece that it was read from.
  return { first: bytes[at] ?? 0, length, bytes: new Uint8Array(bytes.subarray(at, at + length)) }
}

export function isMarkAt(mark: Mark, bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < mark.length; index++) if (bytes[at + index] !== mark.bytes[index]) return false
  return true
}

export function markText(mark: Mark | null): string {
  return mark ? decodeBytes(mark.bytes, 0, mark.length, false) : ''
}

/** Bytes of the character; 1 where it is no UTF-8, as in the Latin-1 that older systems write. */
function characterLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 1
  for (let index = 1; index < length; index++) {
    if (at + index >= end || ((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 1
  }
  return length
}

const space = 0x20

export function isBreak(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d
}

/** What may stand between segments without meaning anything: line breaks, blanks and other control characters. */
export function isFiller(byte: number | undefined): boolean {
  return byte !== undefined && byte <= space
}

export function isLetterOrDigit(byte: number | undefined): boolean {
  if (byte === undefined) return false
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}
