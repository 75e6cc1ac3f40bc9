/** Codes as numbers, so that bytes are compared with them and no text is made. A table with free places; 0 is free. */
export interface PackedCodes {
  readonly table: Int32Array
  readonly mask: number
}

const mostBytes = 4

/** Up to four ASCII bytes as one number; 0 where there are none, or more. */
export function packedAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > mostBytes) return 0
  let packed = 0
  for (let at = start; at < end; at++) packed = (packed << 8) | (bytes[at] ?? 0)
  return packed
}

export function packed(code: string): number {
  return packedAt(
    Uint8Array.from(code, (letter) => letter.charCodeAt(0)),
    0,
    code.length,
  )
}

/** Longer codes have no number and are left out: what cannot be found here is looked for as text. */
export function packCodes(codes: ReadonlySet<string>): PackedCodes {
  const numbers = [...codes].map(packed).filter((number) => number !== 0)
  let size = 4
  while (size < numbers.length * 2) size *= 2
  const table = new Int32Array(size)
  const mask = size - 1
  for (const number of numbers) {
    let at = placeOf(number) & mask
    while (table[at] !== 0) at = (at + 1) & mask
    table[at] = number
  }
  return { table, mask }
}

export function hasPacked({ table, mask }: PackedCodes, code: number): boolean {
  let at = placeOf(code) & mask
  for (;;) {
    const found = table[at]
    if (found === code) return code !== 0
    if (found === 0) return false
    at = (at + 1) & mask
  }
}

/** Fibonacci hashing: codes that differ in one letter lie apart. */
function placeOf(code: number): number {
  return Math.imul(code, 0x9e3779b1) >>> 16
}
