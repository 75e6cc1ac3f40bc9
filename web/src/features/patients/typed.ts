import { whenSignedOut } from '../../app/session.ts'
import type { PatientDraft } from './draft.ts'

/** What was typed into a search and is carried into the form of a new patient. In memory only: it names somebody. */
interface Carried {
  readonly text: string
  /** What is known of them besides: the home and phone of whom they live with. */
  readonly known: Partial<PatientDraft>
}

const nothing: Carried = { text: '', known: {} }
let carried = nothing

export function carryTyped(text: string, known: Partial<PatientDraft> = {}): void {
  carried = { text, known }
}

/** Gives it away once, so that the next new patient starts empty. */
export function takeTyped(): Carried {
  const taken = carried
  carried = nothing
  return taken
}

/** What was typed of somebody who turned out to be here already, on its way to their record. */
let carriedDraft: { readonly patientId: string; readonly draft: PatientDraft } | null = null

export function carryDraft(patientId: string, draft: PatientDraft): void {
  carriedDraft = { patientId, draft }
}

/** The draft for this person, once; one for somebody else is forgotten. */
export function takeDraft(patientId: string): PatientDraft | null {
  const draft = carriedDraft?.patientId === patientId ? carriedDraft.draft : null
  carriedDraft = null
  return draft
}

whenSignedOut(() => {
  carried = nothing
  carriedDraft = null
})
