const [zero, nine, minus, point] = [0x30, 0x39, 0x2d, 0x2e]

/** Whether the eight bytes are a day of the calendar, CCYYMMDD: the same as isCivilDate of their text. */
export function isDateAt(bytes: Uint8Array, at: number): boolean {
  const century = twoDigits(bytes, at)
  const ofCentury = twoDigits(bytes, at + 2)
  const month = twoDigits(bytes, at + 4)
  const day = twoDigits(bytes, at + 6)
  if (century < 0 || ofCentury < 0 || month < 1 || month > 12 || day < 1) return false
  if (day <= 28) return true
  const year = century * 100 + ofCentury
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
}

/** Whether the four bytes are a time of day, HHMM. */
export function isTimeAt(bytes: Uint8Array, at: number): boolean {
  const hour = twoDigits(bytes, at)
  const minute = twoDigits(bytes, at + 2)
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59
}

/** A number with so many digits; sign and decimal point do not count (X12.6, 3.5.1). */
export function isNumberAt(
  bytes: Uint8Array,
  start: number,
  end: number,
  min: number,
  max: number,
  isDecimal: boolean,
): boolean {
  let digits = 0
  let points = 0
  for (let at = bytes[start] === minus ? start + 1 : start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= zero && byte <= nine) digits++
    else if (byte === point && isDecimal) points++
    else return false
  }
  return digits > 0 && points <= 1 && digits >= min && digits <= max
}

/** Negative where they are none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - zero
  const ones = (bytes[at + 1] ?? 0) - zero
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}
