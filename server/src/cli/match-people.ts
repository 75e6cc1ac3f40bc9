import {
  dateOrderOf,
  type MatchPerson,
  type PreparedNames,
  type PreparedPerson,
  prepare,
  type ReadDate,
  readDate,
  saysNoDate,
  splitFullName,
} from '@foyer/patients'
import { UsageError } from './command.ts'
import { type Columns, findColumns, type NamedColumns } from './match-columns.ts'
import { tableRows } from './match-rows.ts'

export interface RowFault {
  readonly line: number
  readonly reason: string
  /** Whether the row was used all the same. */
  readonly isKept: boolean
}

/** The people of a table, ready to be compared; the lists go side by side. */
export interface PeopleTable {
  readonly ids: readonly string[]
  readonly people: readonly PreparedPerson[]
  /** What the truth column says; empty without one. */
  readonly truths: readonly string[]
}

export interface ReadOptions {
  readonly named: NamedColumns
  readonly thisYear: number
  readonly onFault: (fault: RowFault) => void
  readonly onRow: (count: number) => void
}

/** Reads a table. A row without an id, with an id that was there, or with too few or many fields is told and left out. */
export async function readPeople(file: string, { named, thisYear, onFault, onRow }: ReadOptions): Promise<PeopleTable> {
  const ids: string[] = []
  const truths: string[] = []
  const people: PreparedPerson[] = []
  const births: { readonly line: number; readonly written: string }[] = []
  const names: PreparedNames = new Map()
  const lines = new Map<string, number>()
  let columns: Columns | null = null
  let width = 0
  const leaveOut = (line: number, reason: string): void => onFault({ line, reason, isKept: false })
  for await (const { line, fields } of tableRows(file, leaveOut)) {
    if (!columns) {
      columns = findColumns(named, fields)
      if (!compared.some((kind) => (columns?.[kind].length ?? 0) > 0)) {
        throw new UsageError('name at least one column to compare by, such as --given, --birth or --phone')
      }
      width = fields.length
      continue
    }
    if (!isWidth(fields, width)) {
      leaveOut(line, `${fields.length} fields where the header has ${width}`)
      continue
    }
    const id = joined(fields, columns.id)
    const before = lines.get(id)
    if (id === '') leaveOut(line, 'no id')
    else if (before !== undefined) leaveOut(line, `id ${id} is on line ${before} already`)
    else if (saysNothing(fields, columns)) leaveOut(line, 'nothing to compare')
    else {
      lines.set(id, line)
      ids.push(id)
      truths.push(joined(fields, columns.truth))
      births.push({ line, written: joined(fields, columns.birth) })
      people.push(prepare(personOf(fields, columns), names))
      onRow(ids.length)
    }
  }
  if (!columns) throw new UsageError(`${file} is empty`)
  return { ids, truths, people: withBirthDates(people, births, thisYear, onFault) }
}

/** Days and months are told apart by the whole column, so birth dates come last. */
function withBirthDates(
  people: readonly PreparedPerson[],
  births: readonly { readonly line: number; readonly written: string }[],
  thisYear: number,
  onFault: ReadOptions['onFault'],
): readonly PreparedPerson[] {
  const order = dateOrderOf(births.map(({ written }) => written))
  const known = new Map<string, { readonly read: ReadDate | null; readonly prepared: PreparedPerson['birthDate'] }>()
  return people.map((person, at) => {
    const { line, written } = births[at] ?? { line: 0, written: '' }
    if (written === '' || saysNoDate(written)) return person
    let date = known.get(written)
    if (!date) {
      const read = readDate(written, order, thisYear)
      date = { read, prepared: prepare({ name: {}, birthDate: read?.date }).birthDate }
      known.set(written, date)
    }
    if (!date.read)
      onFault({ line, reason: `birth date "${written}" cannot be read, taken as not known`, isKept: true })
    else if (!date.read.isReal && date.prepared) {
      onFault({
        line,
        reason: `birth date "${written}" is impossible, so nobody is called the same by it`,
        isKept: true,
      })
    }
    return date.prepared ? { ...person, birthDate: date.prepared } : person
  })
}

/** Empty fields too many are how some programs end a row. */
function isWidth(fields: readonly string[], width: number): boolean {
  return fields.length === width || (fields.length > width && fields.slice(width).every((field) => field === ''))
}

function joined(fields: readonly string[], columns: readonly number[]): string {
  return listed(fields, columns).join(' ')
}

function listed(fields: readonly string[], columns: readonly number[]): string[] {
  return columns.map((at) => fields[at] ?? '').filter((field) => field !== '')
}

function saysNothing(fields: readonly string[], columns: Columns): boolean {
  return compared.every((kind) => {
    const written = joined(fields, columns[kind])
    return written === '' || (kind === 'birth' && saysNoDate(written))
  })
}

/** Without one of them a row is like any other. */
const compared = ['name', 'given', 'family', 'preferred', 'birth', 'phone', 'email', 'street', 'identifier'] as const

const sexes: Readonly<Record<string, string>> = {
  f: 'female',
  female: 'female',
  w: 'female',
  woman: 'female',
  girl: 'female',
  mujer: 'female',
  femenino: 'female',
  m: 'male',
  male: 'male',
  man: 'male',
  boy: 'male',
  hombre: 'male',
  masculino: 'male',
} // prettier-ignore

function personOf(fields: readonly string[], columns: Columns): MatchPerson {
  const text = (kind: keyof Columns): string => joined(fields, columns[kind])
  const [sex, ...formerSexes] = listed(fields, columns.sex).map((word) => sexes[word.toLowerCase()] ?? '')
  // A whole name in one column fills what has no column of its own.
  const whole = splitFullName(text('name'), 'given-first')
  return {
    name: {
      given: text('given') || whole?.given,
      family: text('family') || whole?.family,
      middle: text('middle') || whole?.middle,
      suffix: text('suffix') || whole?.suffix,
      preferred: text('preferred'),
    },
    formerFamily: listed(fields, columns.former),
    sex,
    formerSexes,
    phones: listed(fields, columns.phone),
    emails: listed(fields, columns.email),
    address: { line: text('street'), city: text('city'), state: text('state'), postalCode: text('postal') },
    identifiers: listed(fields, columns.identifier),
  }
}
