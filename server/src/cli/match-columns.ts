import { UsageError } from './command.ts'

const kinds = [
  'id',
  'name',
  'given',
  'family',
  'middle',
  'suffix',
  'former',
  'preferred',
  'birth',
  'sex',
  'phone',
  'email',
  'street',
  'city',
  'state',
  'postal',
  'identifier',
  'truth',
] as const // prettier-ignore

export type ColumnKind = (typeof kinds)[number]

/** For each kind of value the columns it stands in, as positions in a row. */
export type Columns = Readonly<Record<ColumnKind, readonly number[]>>

/** The options of `parseArgs` that name columns. */
export const columnOptions = Object.fromEntries(
  kinds.map((kind) => [kind, { type: 'string', multiple: true }] as const),
) as Readonly<Record<ColumnKind, { readonly type: 'string'; readonly multiple: true }>>

export type NamedColumns = Readonly<Partial<Record<ColumnKind, readonly string[] | undefined>>>

/** Finds the named columns in the header; names may be repeated or parted by commas, case and outer spaces do not matter. */
export function findColumns(named: NamedColumns, header: readonly string[]): Columns {
  const positions = new Map(header.map((name, at) => [plain(name), at] as const).toReversed())
  const found = kinds.map((kind): [ColumnKind, number[]] => {
    const names = (named[kind] ?? []).flatMap((names) => (positions.has(plain(names)) ? [names] : names.split(',')))
    return [
      kind,
      names
        .filter((name) => name.trim() !== '')
        .map((name) => {
          const at = positions.get(plain(name))
          if (at === undefined) {
            throw new UsageError(`there is no column "${name.trim()}" for --${kind}; there are ${header.join(', ')}`)
          }
          return at
        }),
    ]
  })
  return Object.fromEntries(found) as Record<ColumnKind, number[]>
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
