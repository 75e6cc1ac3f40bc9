import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './table.module.css'

export type TableColumn<T> = {
  readonly id: string
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly cell: (row: T) => ReactNode
  readonly isRowHeader?: boolean
}

export type TableProps<T> = {
  readonly caption: string
  readonly hideCaption?: boolean
  readonly columns: ReadonlyArray<TableColumn<T>>
  readonly rows: readonly T[]
  readonly getKey: (row: T) => string
  readonly empty?: ReactNode
}

export function Table<T>({ caption, hideCaption, columns, rows, getKey, empty }: TableProps<T>) {
  return (
    // A wide table scrolls by keyboard too: the frame takes the focus.
    <section className={styles.frame} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className={classNames(styles.caption, hideCaption && styles.hidden)}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={getKey(row)}>
              {columns.map((column) =>
                column.isRowHeader ? (
                  <th key={column.id} scope="row" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}
