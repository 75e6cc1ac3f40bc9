import type { MissingField } from '@foyer/patients'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { FillDialog } from './fill-dialog.tsx'

export interface Fill {
  readonly fill: (field: MissingField) => void
  /** The open form, to be rendered beside what says that something is missing. */
  readonly dialog: ReactNode
  /** Of the place that has the focus when the button that was pressed is gone with what was missing; `tabIndex` -1. */
  readonly place: RefObject<HTMLDivElement | null>
}

/** Two frames after a dialog has closed: it first gives the focus back to what opened it, which may be gone by then. */
function afterDialog(run: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(run)
  })
  return () => cancelAnimationFrame(frame)
}

/** Gives the focus to an element where nothing has it. */
function focusIfLost(element: HTMLElement | null | undefined): void {
  const focused = document.activeElement
  if (focused === null || focused === document.body) element?.focus()
}

/** Filling in what is missing, one field at a time. */
export function useFill(patientId: string): Fill {
  const [field, setField] = useState<MissingField | null>(null)
  const place = useRef<HTMLDivElement>(null)
  // From when the form opens until the focus is somewhere again: in between, nothing has it.
  const owesFocus = useRef(false)
  useEffect(() => {
    if (field !== null) owesFocus.current = true
    if (field !== null || !owesFocus.current) return
    return afterDialog(() => {
      owesFocus.current = false
      focusIfLost(place.current?.querySelector<HTMLElement>('[role=group] button') ?? place.current)
    })
  }, [field])
  // What said that something is missing may go altogether, as a step of check-in does: the focus stays on the page.
  useLayoutEffect(() => {
    const here = place.current
    return () => {
      const hadFocus = owesFocus.current || here?.contains(document.activeElement)
      if (hadFocus) afterDialog(() => focusIfLost(document.querySelector<HTMLElement>('main')))
    }
  }, [])
  return {
    fill: setField,
    place,
    dialog: field && <FillDialog patientId={patientId} field={field} onClose={() => setField(null)} />,
  }
}
