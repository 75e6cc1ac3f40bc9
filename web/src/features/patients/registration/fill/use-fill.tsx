import type { MissingField } from '@foyer/patients'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { useFocusAfter, useKeptFocus } from '../../../../ui/index.ts'
import { FillDialog } from './fill-dialog.tsx'

export interface Fill {
  readonly fill: (field: MissingField) => void
  /** The open form, to be rendered beside what says that something is missing. */
  readonly dialog: ReactNode
  /** Of the place that has the focus when the button that was pressed is gone with what was missing; `tabIndex` -1. */
  readonly place: RefObject<HTMLDivElement | null>
}

/** Filling in what is missing, one field at a time. */
export function useFill(patientId: string): Fill {
  const [field, setField] = useState<MissingField | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const inside = '[role=group] button'
  const isOwed = useFocusAfter(field !== null, () => place.current?.querySelector<HTMLElement>(inside) ?? place.current)
  // What said that something is missing may go altogether, as a step of check-in does: the focus stays on the page.
  useKeptFocus(place, { inside, outside: 'main', isOwed })
  return {
    fill: setField,
    place,
    dialog: field && <FillDialog patientId={patientId} field={field} onClose={() => setField(null)} />,
  }
}
