import { duplicates, type Reply } from '@foyer/contract'
import { isPhoneReadable } from '@foyer/patients'
import { useEffect, useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import type { PatientDraft } from './draft.ts'
import type { PatientHit } from './shapes.ts'
import { usePatientSearch } from './use-patient-search.ts'

const pauseMs = 250
const MOST_OF_ONE_NAME = 3

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
  // One name alone is no reason to compare: people who bear it are looked for instead.
  const name = `${draft.given} ${draft.family}`.trim()
  const isSingle = names === 1 && draft.birthDate === null && !isPhoneReadable(draft.phone)
  const found = usePatientSearch(isSingle ? name : '', MOST_OF_ONE_NAME)
  const [hasCompared, setCompared] = useState(false)
  const [hasSearched, setSearched] = useState(false)
  const answer = useAsk(duplicates.compareDraft, JSON.parse(asked), { keepPrevious: true })
  // Without an answer the registration itself still compares.
  const isAnswered = answer.isError || (asked === wanted && answer.data !== undefined && !answer.isPlaceholderData)
  if (names > 0 && !isSingle && isAnswered && !hasCompared) setCompared(true)
  const isFound = isSingle && (found.error !== null || found.isCurrent)
  if (isFound && !hasSearched) setSearched(true)
  // Nobody is looked for by one letter, and some have no more.
  const isLookedFor = hasSearched || isFound || name.length === 1
  const compared = answer.data?.candidates ?? []
  return {
    alike: isSingle && compared.length === 0 ? (found.hits ?? []).map(asCandidate) : compared,
    isLooked: names > 0 && (isSingle ? isLookedFor : hasCompared || isAnswered),
  }
}

function asCandidate({ id, mrn, name, birthDate, language, interpreterNeeded, phone }: PatientHit): Alike[number] {
  return { id, mrn, name, birthDate, language, interpreterNeeded, phone, score: 0, evidence: [] }
}
