/**
 * SHA-256 (FIPS 180-4) of a short ASCII text, as eight 32-bit words. The browser's own is there only over https and
 * answers each call later: too slow for many thousand calls in a row.
 */
const first = fractions(8, 1 / 2)
const round = fractions(64, 1 / 3)
const work = new Int32Array(64)

/** The first 32 bits of the fractional parts of a root of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function fractions(count: number, power: number): Int32Array {
  const words = new Int32Array(count)
  let found = 0
  for (let number = 2; found < count; number += 1) {
    let isPrime = true
    for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) isPrime = false
    if (isPrime) words[found++] = (number ** power % 1) * 2 ** 32
  }
  return words
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

function padded(text: string): Uint8Array {
  const length = Math.ceil((text.length + 9) / 64) * 64
  const bytes = new Uint8Array(length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.codePointAt(at) ?? 0
  bytes[text.length] = 0x80
  new DataView(bytes.buffer).setUint32(length - 4, text.length * 8)
  return bytes
}

export function sha256(text: string): Int32Array {
  const bytes = new DataView(padded(text).buffer)
  const hash = first.slice()
  for (let block = 0; block < bytes.byteLength; block += 64) {
    for (let at = 0; at < 16; at += 1) work[at] = bytes.getInt32(block + at * 4)
    for (let at = 16; at < 64; at += 1) {
      const [before, last] = [work[at - 15] ?? 0, work[at - 2] ?? 0]
      const small = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3)
      const large = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10)
      work[at] = (work[at - 16] ?? 0) + small + (work[at - 7] ?? 0) + large
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
    for (let at = 0; at < 64; at += 1) {
      const choice = (e & f) ^ (~e & g)
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (round[at] ?? 0) + (work[at] ?? 0)) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + two) | 0
    }
    for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) hash[at] = (hash[at] ?? 0) + word
  }
  return hash
}

/** Leading zero bits, as far as the first 32. */
export function zeroBits(hash: Int32Array): number {
  return Math.clz32(hash[0] ?? 0)
}
