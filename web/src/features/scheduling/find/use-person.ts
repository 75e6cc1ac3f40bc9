import { patients } from '@foyer/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import type { Person } from '../shapes.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

export type Whom = {
  readonly person: Person | null
  /** The address names somebody of whom nothing is known yet: neither what suits them nor whom a visit would be for. */
  readonly isComing: boolean
  readonly pick: (person: Person | null) => void
}

/** Who the opening is for: whom somebody picked here, or whom the address names. */
export function usePerson(): Whom {
  const { patientId } = useSearch({ from: '/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  const [picked, setPicked] = useState<Person | null>(null)
  const isKnown = picked !== null && picked.id === patientId
  const { data, error } = useAsk(
    patients.readPatient,
    { patientId: patientId ?? nobody },
    { isEnabled: patientId !== undefined && !isKnown },
  )
  const pick = (person: Person | null) => {
    setPicked(person)
    void navigate({ search: (before) => ({ ...before, patientId: person?.id }), replace: true })
  }
  if (isKnown || patientId === undefined) return { person: isKnown ? picked : null, isComing: false, pick }
  return { person: data?.patient ?? null, isComing: data === undefined && error === null, pick }
}
