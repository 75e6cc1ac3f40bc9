import type { MissingField } from '@foyer/patients'
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { afterWindow, focusIfLost, useFocusAfter } from '../../../../ui/index.ts'
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
  const isOwed = useFocusAfter(
    field !== null,
    () => place.current?.querySelector<HTMLElement>('[role=group] button') ?? place.current,
  )
  // What said that something is missing may go altogether, as a step of check-in does: the focus stays on the page.
  useLayoutEffect(() => {
    const here = place.current
    return () => {
      const hadFocus = isOwed() || here?.contains(document.activeElement)
      if (hadFocus) afterWindow(() => focusIfLost(document.querySelector<HTMLElement>('main')))
    }
  }, [isOwed])
  return {
    fill: setField,
    place,
    dialog: field && <FillDialog patientId={patientId} field={field} onClose={() => setField(null)} />,
  }
}
