/** `YYMMDD` or `CCYYMMDD` that is a day of the calendar; two digits of the year are of this century. */
export function isCivilDate(text: string): boolean {
  const { length } = text
  if (length !== 6 && length !== 8) return false
  const year = length === 8 ? twoDigits(text, 0) * 100 + twoDigits(text, 2) : 2000 + twoDigits(text, 0)
  const month = twoDigits(text, length - 4)
  const day = twoDigits(text, length - 2)
  // What has a letter is not a number, and compares with nothing.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return false
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 && isLeap ? 29 : (daysOfMonths[month - 1] ?? 0))
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** NaN where they are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** `HHMM`, with seconds and parts of seconds where given. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/.test(text)
}
