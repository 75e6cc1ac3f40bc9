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

/**
 * Two frames after a dialog has closed, where the focus went nowhere: the dialog first gives it back to what opened it,
 * which may be gone by then.
 */
function afterDialog(focusElsewhere: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) focusElsewhere()
    })
  })
  return () => cancelAnimationFrame(frame)
}

/** Filling in what is missing, one field at a time. */
export function useFill(patientId: string): Fill {
  const [field, setField] = useState<MissingField | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    const closes = wasOpen.current && field === null
    wasOpen.current = field !== null
    if (!closes) return
    return afterDialog(() => {
      const next = place.current?.querySelector<HTMLElement>('[role=group] button')
      ;(next ?? place.current)?.focus()
    })
  }, [field])
  // What said that something is missing may go altogether, as a step of check-in does: the focus stays on the page.
  useLayoutEffect(() => {
    const here = place.current
    return () => {
      const hadFocus = wasOpen.current || here?.contains(document.activeElement)
      if (hadFocus) afterDialog(() => document.querySelector<HTMLElement>('main')?.focus())
    }
  }, [])
  return {
    fill: setField,
    place,
    dialog: field && <FillDialog patientId={patientId} field={field} onClose={() => setField(null)} />,
  }
}
