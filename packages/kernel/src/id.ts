declare const brand: unique symbol

/** A UUID that says what it identifies: an `Id<'patient'>` is not an `Id<'appointment'>`. */
export type Id<B extends string> = string & { readonly [brand]: B }

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then 74 random bits, so ids made later sort later and
 * land beside each other in an index. `random` holds at least 10 bytes.
 */
export function uuidv7(unixMilliseconds: number, random: Uint8Array): string {
  const high = Math.floor(unixMilliseconds / 0x1_0000_0000)
  const low = unixMilliseconds >>> 0
  const at = (index: number): number => random[index] ?? 0
  const byte = (value: number): string => hex[value & 0xff] ?? ''
  const pair = (a: number, b: number): string => byte(a) + byte(b)
  const time = pair(high >>> 8, high) + pair(low >>> 24, low >>> 16)
  return [
    time,
    pair(low >>> 8, low),
    pair(0x70 | (at(0) & 0x0f), at(1)),
    pair(0x80 | (at(2) & 0x3f), at(3)),
    pair(at(4), at(5)) + pair(at(6), at(7)) + pair(at(8), at(9)),
  ].join('-')
}
