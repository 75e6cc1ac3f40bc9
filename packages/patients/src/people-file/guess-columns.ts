import { readDate } from '../date-column.ts'
import { foldName } from '../name.ts'
import { listFields, type PersonFileField } from './fields.ts'
import { emptyWords, fieldOfHeader } from './header-words.ts'
import { readSex } from './values.ts'

/**
 * What each column holds, by its name and, where that says nothing, by what stands in its first rows. A field that
 * can stand once is given to the first column that is called so. `thisYear` tells dates of birth from other numbers.
 */
export function guessColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  thisYear: number,
): readonly (PersonFileField | null)[] {
  const taken = new Set<PersonFileField>()
  const take = (field: PersonFileField | null): PersonFileField | null => {
    if (field === null || (taken.has(field) && !listFields.has(field))) return null
    taken.add(field)
    return field
  }
  const byName = header.map((name) => (isSecondFamily(name) ? 'family' : take(fieldOf(name))))
  const guessed = byName.map((field, at) => {
    if (field !== null) return field
    const values = sample.map((row) => (row[at] ?? '').trim()).filter((value) => value !== '')
    // A name that says something else is believed: an employer's phone or a last visit is not the person's.
    return isBare(header[at] ?? '') ? take(fieldOfValues(values, thisYear, taken)) : null
  })
  // A column called only "name" or "nombre" beside one for the family name is the given name.
  return guessed.map((field, at) => {
    const others = guessed.filter((_, other) => other !== at)
    if (field === 'fullName' && others.includes('family') && !others.includes('given')) return 'given'
    if (field === 'given' && /^(nombre|nombres)$/.test(plain(header[at] ?? '')) && !others.includes('family'))
      return 'fullName'
    return field
  })
}

function plain(name: string): string {
  const parted = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
  return foldName(parted)
}

/** `Pt Last Name`, `PatientDOB`, `Fecha de nacimiento`, `CELL_PHONE`. */
export function fieldOf(name: string): PersonFileField | null {
  const written = [plain(name), foldName(name)]
  const bare = written.map((text) =>
    text
      .split(' ')
      .filter((word) => !emptyWords.has(word))
      .join(' '),
  )
  // `Patient` alone is the person's name; `Member ID` is not `ID`.
  if (/^(patient|paciente|patient name|pt name)$/.test(written[0] ?? '')) return 'fullName'
  if (/^(member|member id|member no|member number|memberid)$/.test(written[0] ?? '')) return 'memberId'
  for (const text of [...written, ...bare]) {
    const field = fieldOfHeader.get(text)
    if (field !== undefined) return field
  }
  return null
}

/** Family names of father and mother in columns of their own are one family name. */
function isSecondFamily(name: string): boolean {
  return /^(apellido materno|segundo apellido|apellido 2)$/.test(plain(name))
}

function isBare(name: string): boolean {
  return /^(column|col|columna|field|campo|f|c|unnamed)?[\s_:]*\d*$/.test(foldName(name))
}

const tests: readonly (readonly [PersonFileField, (value: string, thisYear: number) => boolean])[] = [
  ['email', (value) => /^\S+@\S+\.\S+$/.test(value)],
  ['birthDate', (value, year) => value.length >= 6 && readDate(value, 'month-first', year)?.isReal === true],
  ['phone', (value) => /^[+()\d .-]{7,20}$/.test(value) && /^\d{10,11}$/.test(value.replace(/\D/g, ''))],
  ['postalCode', (value) => /^\d{5}(-\d{4})?$/.test(value)],
  ['sex', (value) => readSex(value) !== null],
  ['state', (value) => /^[A-Z]{2}$/.test(value)],
  ['fullName', (value) => /^\p{L}[\p{L}\p{M}'’ .-]*, ?\p{L}[\p{L}\p{M}'’ .-]*$/u.test(value)],
]
const enough = 0.8

function fieldOfValues(
  values: readonly string[],
  thisYear: number,
  taken: ReadonlySet<PersonFileField>,
): PersonFileField | null {
  if (values.length === 0) return null
  const found = tests.find(
    ([field, fits]) =>
      (!taken.has(field) || field === 'phone') &&
      values.filter((value) => fits(value, thisYear)).length >= enough * values.length,
  )
  return found?.[0] ?? null
}
