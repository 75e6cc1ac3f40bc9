import { readDate } from '../date-column.ts'
import { normalizePhone } from '../phone.ts'
import { listFields, type PeopleMapping, type PersonFileField } from './fields.ts'
import { splitFullName } from './full-name.ts'
import { type FileSex, readLanguage, readSex } from './values.ts'

export type FilePhone = { readonly value: string; readonly use: 'mobile' | 'home' | 'work' }

/** A person as a row of a file names them; what the row is silent about is left out. */
export type FilePerson = {
  readonly given: string
  readonly family: string
  readonly middle?: string
  readonly preferred?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly formerFamily?: string
  /** FHIR date; only the year or month where the file knows no more. */
  readonly birthDate: string
  readonly sex?: FileSex
  readonly language?: string
  /** E.164 where they can be read so. */
  readonly phones: readonly FilePhone[]
  readonly emails: readonly string[]
  readonly address?: {
    readonly line: string
    readonly city: string
    readonly state: string
    readonly postalCode: string
  }
  readonly mrn?: string
  readonly identifiers: readonly string[]
  readonly coverage?: {
    readonly payerName: string
    readonly planName?: string
    readonly memberId?: string
    readonly groupNumber?: string
    readonly subscriberName?: string
  }
}

export const rowFaults = [
  'row-width',
  'row-unreadable',
  'name-missing',
  'birth-date-missing',
  'birth-date-unreadable',
  'birth-date-impossible',
  'birth-date-ahead',
  'too-long',
  'nul-character',
] as const
export const valueFaults = [
  'phone-unreadable',
  'email-unreadable',
  'sex-unknown',
  'language-unknown',
  'payer-missing',
] as const
export type FileFaultCode = (typeof rowFaults)[number] | (typeof valueFaults)[number]

/** What is wrong with a row or a value: in which column (from 0; null for the row), never the value itself. */
export type FileFault = { readonly code: FileFaultCode; readonly column: number | null }

/** A row as a person with the values that had to be left out, or why it is none. */
export type ReadRow =
  | { readonly person: FilePerson; readonly notes: readonly FileFault[] }
  | { readonly faults: readonly FileFault[] }

const longest = 200

/** Reads a row. `today` (`YYYY-MM-DD`) is the latest day of birth. */
export function readPersonRow(fields: readonly string[], mapping: PeopleMapping, today: string): ReadRow {
  const { columns } = mapping
  // Empty fields too many are how some programs end a row.
  if (fields.length < columns.length || fields.slice(columns.length).some((field) => field.trim() !== ''))
    return { faults: [{ code: 'row-width', column: null }] }
  const at = (field: PersonFileField) => columns.flatMap((one, column) => (one === field ? [column] : []))
  const values = (field: PersonFileField) =>
    at(field).flatMap((column) => {
      const value = (fields[column] ?? '').replace(/\s+/g, ' ').trim()
      return value === '' ? [] : [{ column, value }]
    })
  const text = (field: PersonFileField): string | undefined =>
    values(field)
      .map(({ value }) => value)
      .join(' ') || undefined
  const first = (field: PersonFileField): number | null => at(field)[0] ?? null

  for (const [column, field] of columns.entries()) {
    const value = fields[column] ?? ''
    if (field !== null && value.length > longest) return { faults: [{ code: 'too-long', column }] }
    if (field !== null && value.includes('\0')) return { faults: [{ code: 'nul-character', column }] }
  }
  const faults: FileFault[] = []
  const notes: FileFault[] = []

  const whole = text('fullName')
  const split = whole === undefined ? null : splitFullName(whole, mapping.nameOrder)
  const given = text('given') ?? split?.given ?? ''
  const family = text('family') ?? split?.family ?? ''
  if (given === '' || family === '')
    faults.push({ code: 'name-missing', column: first(given === '' ? 'given' : 'family') ?? first('fullName') })

  const birth = readBirthDate(text('birthDate'), mapping, today)
  if (typeof birth !== 'string') faults.push({ code: birth.code, column: first('birthDate') })
  if (faults.length > 0) return { faults }

  const one = <T>(field: PersonFileField, read: (value: string) => T | null, code: FileFaultCode): T | undefined => {
    const [found] = values(field)
    if (!found) return undefined
    const value = read(found.value)
    if (value === null) notes.push({ code, column: found.column })
    return value ?? undefined
  }
  const uses = [
    ['mobilePhone', 'mobile'],
    ['phone', 'mobile'],
    ['homePhone', 'home'],
    ['workPhone', 'work'],
  ] as const
  const phones = uses.flatMap(([field, use]) =>
    values(field).flatMap(({ value, column }): FilePhone[] => {
      const number = readPhone(value)
      if (number === null) notes.push({ code: 'phone-unreadable', column })
      return number === null ? [] : [{ value: number, use }]
    }),
  )
  const emails = values('email').flatMap(({ value, column }) => {
    const isEmail = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(value)
    if (!isEmail) notes.push({ code: 'email-unreadable', column })
    return isEmail ? [value] : []
  })
  const line = [text('addressLine'), text('addressLine2')].filter((part) => part !== undefined).join(', ')
  const address = {
    line,
    city: text('city') ?? '',
    state: text('state') ?? '',
    postalCode: text('postalCode') ?? '',
  }
  const payerName = text('payerName')
  const [memberId, planName, groupNumber] = [text('memberId'), text('planName'), text('groupNumber')]
  const subscriberName = text('subscriberName')
  if (payerName === undefined && memberId !== undefined)
    notes.push({ code: 'payer-missing', column: first('payerName') ?? first('memberId') })
  const person: FilePerson = {
    given,
    family,
    ...defined({
      middle: text('middle') ?? (text('given') === undefined ? split?.middle : undefined),
      preferred: text('preferred'),
      prefix: text('prefix') ?? split?.prefix,
      suffix: text('suffix') ?? split?.suffix,
      formerFamily: text('formerFamily'),
      sex: one('sex', readSex, 'sex-unknown'),
      language: one('language', readLanguage, 'language-unknown'),
      mrn: text('mrn'),
      address: Object.values(address).some((part) => part !== '') ? address : undefined,
      coverage:
        payerName === undefined
          ? undefined
          : { payerName, ...defined({ planName, memberId, groupNumber, subscriberName }) },
    }),
    birthDate: birth as string,
    phones: distinct(phones, ({ value }) => value),
    emails: distinct(emails, (value) => value.toLowerCase()),
    identifiers: distinct(
      values('identifier').map(({ value }) => value),
      (value) => value,
    ),
  }
  return { person, notes: notes.toSorted((a, b) => (a.column ?? 0) - (b.column ?? 0)) }
}

function readBirthDate(
  written: string | undefined,
  { dateOrder }: PeopleMapping,
  today: string,
): string | { readonly code: FileFaultCode } {
  if (written === undefined) return { code: 'birth-date-missing' }
  const read = readDate(written, dateOrder, Number(today.slice(0, 4)))
  if (!read) return { code: 'birth-date-unreadable' }
  if (read.date > today && read.date.slice(0, 4) >= today.slice(0, 4)) return { code: 'birth-date-ahead' }
  return read.isReal ? read.date : { code: 'birth-date-impossible' }
}

/** A number too odd for E.164 is kept as it was given; what has not seven digits is none. */
function readPhone(written: string): string | null {
  const value = normalizePhone(written)
  if (value !== null) return value
  return written.replace(/\D/g, '').length >= 7 && /^[\d\s()+.x/-]+$/i.test(written) ? written : null
}

function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}

function distinct<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed()
}

/** Two columns of these are one value: father's and mother's name, house number and street. */
const joined: ReadonlySet<PersonFileField> = new Set(['given', 'middle', 'family', 'addressLine', 'addressLine2'])

/** What a mapping lacks to make people of rows: a name, a birth date; or what it names twice to make people of rows: a name and a birth date. */
export function mappingLacks({ columns }: PeopleMapping): readonly ('name' | 'birthDate' | 'twice')[] {
  const has = (field: PersonFileField) => columns.includes(field)
  const single = columns.filter((field) => field !== null && !listFields.has(field) && !joined.has(field))
  return [
    ...(has('fullName') || (has('given') && has('family')) ? [] : (['name'] as const)),
    ...(has('birthDate') ? [] : (['birthDate'] as const)),
    ...(new Set(single).size === single.length ? [] : (['twice'] as const)),
  ]
}
