/** A civil date of eight digits in this order, or null. */
function dateOf(year: string, month: string, day: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (y < 1850 || y > 2200 || m < 1 || m > 12 || d < 1) return null
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  const longest = m === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31
  return d > longest ? null : `${year}-${month}-${day}`
}

/**
 * MMDDCCYY in the United States, CCYYMMDD in Canada (D.12.5) and in the first edition. A year of our time is no month and
 * day, so the digits themselves say which it is; issuers who mix them up are read all the same.
 */
export function cardDate(text: string): string | null {
  const digits = text.replaceAll(/[^0-9]/g, '')
  if (digits.length !== 8) return null
  return (
    dateOf(digits.slice(4), digits.slice(0, 2), digits.slice(2, 4)) ??
    dateOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
  )
}
