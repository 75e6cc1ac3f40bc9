import { columnsOf } from './fields.ts'

const fieldOf = new Map<string, string>(
  Object.entries(columnsOf).flatMap(([field, columns]) => columns.map((column) => [column, field] as const)),
)

/** Columns under the names by which the history tells of them; what only serves the search is not told. */
export function namedColumns(columns: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([column]) => column !== 'search_name' && column !== 'birth_date_estimated' && column !== 'address_since')
      .map(([column, value]) => [fieldOf.get(column) ?? camelCase(column), value]),
  )
}

function camelCase(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
