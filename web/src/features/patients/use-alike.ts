import { duplicates, type Reply } from '@foyer/contract'
import { useEffect, useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import type { PatientDraft } from './draft.ts'

const pauseMs = 250

export type Alike = Reply<typeof duplicates.compareDraft>['candidates']

/** What the comparison reads of a draft: other fields change nothing. */
function askOf(draft: PatientDraft) {
  return {
    given: draft.given.trim(),
    middle: draft.middle.trim(),
    family: draft.family.trim(),
    preferred: draft.preferred.trim(),
    suffix: draft.suffix.trim(),
    birthDate: draft.birthDate,
    sex: draft.sex,
    phone: draft.phone.trim(),
    email: draft.email.trim(),
    line: draft.line.trim(),
    postalCode: draft.postalCode.trim(),
  }
}

/** Who is here already and like the person being typed. `isLooked` once enough was typed and compared. */
export function useAlike(draft: PatientDraft): { readonly alike: Alike; readonly isLooked: boolean } {
  const wanted = JSON.stringify(askOf(draft))
  const [asked, setAsked] = useState(wanted)
  useEffect(() => {
    const pause = setTimeout(() => setAsked(wanted), pauseMs)
    return () => clearTimeout(pause)
  }, [wanted])
  const names = [draft.given, draft.family].filter((name) => name.trim() !== '').length
  const isEnough = names === 2 || (names === 1 && (draft.birthDate !== null || draft.phone.trim() !== ''))
  const [hasLooked, setLooked] = useState(false)
  const answer = useAsk(duplicates.compareDraft, JSON.parse(asked), { keepPrevious: true })
  // Without an answer the registration itself still compares.
  const isAnswered = answer.isError || (asked === wanted && answer.data !== undefined && !answer.isPlaceholderData)
  if (isEnough && isAnswered && !hasLooked) setLooked(true)
  return { alike: answer.data?.candidates ?? [], isLooked: isEnough && (hasLooked || isAnswered) }
}
