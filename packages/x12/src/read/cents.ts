const [minus, plus, point, zero] = [0x2d, 0x2b, 0x2e, 0x30]

/** More digits may not be exact as a number. */
const mostDigits = 15

/**
 * A decimal element (type R: an optional sign, digits, an optional point) in hundredths.
 *
 * @returns null where it is none, has more than two places that are not zero, or too many digits to be exact
 */
export function centsAt(bytes: Uint8Array, start: number, end: number): number | null {
  let at = start
  const sign = bytes[at]
  if (at < end && (sign === minus || sign === plus)) at++
  let cents = 0
  let digits = 0
  let places = -1
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0
    const digit = byte - zero
    if (byte === point && places < 0) places = 0
    else if (digit < 0 || digit > 9) return null
    else {
      digits++
      if (places >= 2) {
        if (digit !== 0) return null
        continue
      }
      cents = cents * 10 + digit
      if (places >= 0) places++
    }
  }
  if (digits === 0 || digits > mostDigits) return null
  const whole = places === 2 ? cents : places === 1 ? cents * 10 : cents * 100
  return sign === minus && whole !== 0 ? -whole : whole
}

export function centsOf(text: string): number | null {
  const bytes = Uint8Array.from(text, (letter) => Math.min(letter.codePointAt(0) ?? 0, 0xff))
  return centsAt(bytes, 0, bytes.length)
}
