import { patients } from '@foyer/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import type { Person } from '../shapes.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** Who the opening is for: whom somebody picked here, or whom the address names. */
export function usePerson(): readonly [Person | null, (person: Person | null) => void] {
  const { patientId } = useSearch({ from: '/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  const [picked, setPicked] = useState<Person | null>(null)
  const isKnown = picked !== null && picked.id === patientId
  const { data } = useAsk(
    patients.readPatient,
    { patientId: patientId ?? nobody },
    { isEnabled: patientId !== undefined && !isKnown },
  )
  const pick = (person: Person | null) => {
    setPicked(person)
    void navigate({ search: (before) => ({ ...before, patientId: person?.id }), replace: true })
  }
  if (isKnown) return [picked, pick]
  return [patientId !== undefined && data ? data.patient : null, pick]
}
