import type { MissingField } from '@foyer/patients'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
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
  const wasOpen = useRef(false)
  useEffect(() => {
    const closes = wasOpen.current && field === null
    wasOpen.current = field !== null
    if (!closes) return
    const keepFocus = () => {
      const focused = document.activeElement
      if (focused !== null && focused !== document.body) return
      const next = place.current?.querySelector<HTMLElement>('[role=group] button')
      ;(next ?? place.current)?.focus()
    }
    // Two frames: the dialog first gives the focus back to what opened it, which may be gone by then.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(keepFocus)
    })
    return () => cancelAnimationFrame(frame)
  }, [field])
  return {
    fill: setField,
    place,
    dialog: field && <FillDialog patientId={patientId} field={field} onClose={() => setField(null)} />,
  }
}
