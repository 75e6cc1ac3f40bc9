import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ChosenColumns, readColumns, usualColumns, writeColumns } from './chosen-columns.ts'

const key = 'foyer.calendar.columns'

function remembered(siteId: string): ChosenColumns | null {
  try {
    return readColumns(localStorage.getItem(`${key}.${siteId}`))
  } catch {
    return null
  }
}

function remember(siteId: string, chosen: ChosenColumns) {
  try {
    localStorage.setItem(`${key}.${siteId}`, writeColumns(chosen))
  } catch {
    // Storage may be blocked: the choice then stands in the address alone.
  }
}

/** The columns in the address, else those this machine showed last at the site. */
export function useChosenColumns(siteId: string): readonly [ChosenColumns, (chosen: ChosenColumns) => void] {
  const search = useSearch({ from: '/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  const chosen = readColumns(search.columns) ?? remembered(siteId) ?? usualColumns
  const choose = (next: ChosenColumns) => {
    remember(siteId, next)
    void navigate({ search: (before) => ({ ...before, columns: writeColumns(next) || undefined }), replace: true })
  }
  return [chosen, choose]
}
