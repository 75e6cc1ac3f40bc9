import { columnsOf } from './fields.ts'

const fieldOf = new Map<string, string>(
  Object.entries(columnsOf).flatMap(([field, columns]) => columns.map((column) => [column, field] as const)),
)

/** What only serves the search, or says more of a column beside it. */
const untold: ReadonlySet<string> = new Set(['search_name', 'birth_date_estimated', 'address_since', 'deceased_on'])

/** Columns under the names by which the history tells of them. */
export function namedColumns(columns: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([column]) => !untold.has(column))
      .map(([column, value]) => [fieldOf.get(column) ?? camelCase(column), value]),
  )
}

function camelCase(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
