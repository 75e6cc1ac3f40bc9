import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'

/** The selected visit: at once on the screen, and in the address, so that going back finds it again. */
export function useSelection(): readonly [string | null, (appointmentId: string | null) => void] {
  const { appointmentId } = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const [selected, setSelected] = useState<string | null>(appointmentId ?? null)
  const [inAddress, setInAddress] = useState(appointmentId)
  // Somebody followed a link to another visit of the day.
  if (appointmentId !== inAddress) {
    setInAddress(appointmentId)
    if (appointmentId !== undefined) setSelected(appointmentId)
  }
  const select = (next: string | null) => {
    if (next === selected) return
    setSelected(next)
    void navigate({ search: (search) => ({ ...search, appointmentId: next ?? undefined }), replace: true })
  }
  return [selected, select]
}
