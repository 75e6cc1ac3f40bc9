// What registrations hold when nobody knew: such values say nothing about who somebody is.

const names = new Set([
  'unknown',
  'unk',
  'none',
  'na',
  'null',
  'test',
  'patient',
  'baby',
  'babyboy',
  'babygirl',
  'bb',
  'bg',
  'boy',
  'girl',
  'infant',
  'newborn',
  'male',
  'female',
  'twin',
  'twina',
  'twinb',
  'doe',
  'johndoe',
  'janedoe',
  'xxx',
  'refused',
  'declined',
  'desconocido',
  'desconocida',
  'nofirstname',
  'nolastname',
  'nfn',
  'nln',
  'fnu',
  'lnu',
  'homeless',
  'nofixedaddress',
  'generaldelivery',
  'sinnombre',
  'bebe',
  'nino',
  'nina',
]) // prettier-ignore

/** Words that tell unknown people apart: heard well, and no one's name. Their order is that in which they are given. */
export const unknownMarks = [
  'Anchor',
  'Beacon',
  'Canyon',
  'Ember',
  'Feather',
  'Granite',
  'Harbor',
  'Island',
  'Kettle',
  'Lantern',
  'Meadow',
  'Orbit',
  'Pepper',
  'Quartz',
  'Ribbon',
  'Summit',
  'Timber',
  'Umbrella',
  'Velvet',
  'Window',
] as const
const marks = new Set<string>(unknownMarks.map((mark) => mark.toLowerCase()))
const kinds = new Set(['male', 'female', 'person'])

function isMarked(words: readonly string[]): boolean {
  return words.length === 2 && kinds.has(words[0] ?? '') && marks.has(words[1] ?? '')
}

/** Whether a given or a family name is one that an urgent registration gives. */
export function isUnknownName(name: string): boolean {
  return name === 'Unknown' || isMarked(name.toLowerCase().split(' '))
}

/** Whether this is the name that an urgent registration gives: `Unknown`, `Male Harbor`. */
export function isUnknownPerson(name: {
  readonly given?: string | undefined
  readonly family?: string | undefined
}): boolean {
  return name.given?.toLowerCase() === 'unknown' && isMarked((name.family ?? '').toLowerCase().split(' '))
}

const ofNewborns =
  'baby|babyboy|babygirl|babyb|babyg|boy|girl|newborn|infant|infante|twin|triplet|quad|bb|bg|bebe|gemelo|gemela'
const newborn = new RegExp(`^(?:${ofNewborns}|reciennacido|reciennacida)(?:[a-f]|[0-9]{1,2})?$`)
/** Wendysgirl, Judysboy2, and BabyboyWendy: how wards call who has no name yet. */
const newbornOfMother = /^(?:\p{L}{3,}s(?:boy|girl|baby|twin)(?:[a-f]|[0-9]{1,2})?|baby(?:boy|girl)\p{L}{2,})$/u
/** Of `Baby Boy 1`, `Twin A`, `Girl #2` what tells one from the other. */
const nth = /^(?:[a-f]|[0-9]{1,2}|i{1,3}|one|two|three)$/

/** Whether a name says of somebody that he or she has none yet: `Boy A`, `Newborn2`, `Baby Girl 1`, `Wendysgirl`, `Judy Girl B`. */
export function isNewbornName(words: readonly string[]): boolean {
  return words.some((word) => newborn.test(word) || newbornOfMother.test(word))
}

function isOfNewborns(words: readonly string[]): boolean {
  return isNewbornName(words) && words.every((word) => names.has(word) || nth.test(word) || isNewbornName([word]))
}

/** `BABY BOY`, `BABY2`, `TWIN A`, `UNKNOWN`, `FNU`, `MALE HARBOR`; in a set of several words all of them have to be such. */
export function isPlaceholderName(words: readonly string[]): boolean {
  if (isMarked(words) || isOfNewborns(words)) return true
  const telling = words.filter((word) => word.length > 1)
  return (telling.length > 0 && telling.every((word) => names.has(word))) || names.has(words.join(''))
}

const dates = new Set([
  '1900',
  '1900-01',
  '1900-01-01',
  '1901-01-01',
  '1800-01-01',
  '1753-01-01',
  '1970-01-01',
  '1111-11-11',
  '9999-12-31',
])

/** The first of January of a year that computers or clerks begin with, or a date before any living person's. */
export function isPlaceholderDate(date: string): boolean {
  return dates.has(date)
}

/** Digits of one kind, a counting row, or directory assistance; the fictional 555-0100 to 555-0199 are kept. */
export function isPlaceholderPhone(digits: string): boolean {
  const local = digits.slice(-7)
  return /^(\d)\1*$/.test(local) || local === '1234567' || local === '5551212'
}

const mailboxes = new Set(['none', 'noemail', 'no', 'na', 'unknown', 'test', 'declined', 'refused', 'null', 'noreply'])

/** `none@none.com`, `noemail@example.com`. */
export function isPlaceholderEmail(email: string): boolean {
  return mailboxes.has(email.slice(0, Math.max(0, email.indexOf('@'))).replace(/[^a-z]/g, ''))
}

/** One sign again and again, a counting row, or too short to name anybody. */
export function isPlaceholderIdentifier(plain: string): boolean {
  return plain.length < 4 || new Set(plain).size === 1 || '12345678901234567890'.startsWith(plain)
}
