// What registrations hold when nobody knew: such values say nothing about who somebody is.

const names = new Set([
  'unknown', 'unk', 'none', 'na', 'null', 'test', 'patient', 'baby', 'babyboy', 'babygirl', 'bb', 'bg', 'boy', 'girl',
  'infant', 'newborn', 'male', 'female', 'twin', 'twina', 'twinb', 'doe', 'johndoe', 'janedoe', 'xxx', 'refused',
  'declined', 'desconocido', 'desconocida', 'nofirstname', 'nolastname', 'nfn', 'nln', 'fnu', 'lnu',
]) // prettier-ignore

/** `BABY BOY`, `UNKNOWN`, `FNU`; in a set of several words all of them have to be such. */
export function isPlaceholderName(words: readonly string[]): boolean {
  return words.every((word) => names.has(word)) || names.has(words.join(''))
}

/** The first of January of a year that computers or clerks begin with, or a date before any living person's. */
export function isPlaceholderDate(date: string): boolean {
  return ['1900-01-01', '1901-01-01', '1800-01-01', '1753-01-01', '1970-01-01', '1111-11-11', '9999-12-31'].includes(date)
}

/** Digits of one kind, a counting row, or the numbers reserved for fiction: 555-5555, 555-0100 to 555-0199 are kept. */
export function isPlaceholderPhone(digits: string): boolean {
  const local = digits.slice(-7)
  return /^(\d)\1*$/.test(local) || local === '1234567' || /^5551212$/.test(local)
}
