import { whenSignedOut } from '../../app/session.ts'
import type { PatientDraft } from './draft.ts'
import type { Besides } from './registration/besides/besides.ts'

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

/** What was typed of somebody who turned out to be here already: the form, and what a rule asked besides. */
export interface TypedOfOne {
  readonly draft: PatientDraft
  readonly besides: Besides
}

/** It, on its way to their record. */
let carriedDraft: { readonly patientId: string; readonly typed: TypedOfOne } | null = null

export function carryDraft(patientId: string, typed: TypedOfOne): void {
  carriedDraft = { patientId, typed }
}

/** What was typed of this person, once; of somebody else it is forgotten. */
export function takeDraft(patientId: string): TypedOfOne | null {
  const typed = carriedDraft?.patientId === patientId ? carriedDraft.typed : null
  carriedDraft = null
  return typed
}

/** Somebody new whose form was left half-way. */
let unfinished: TypedOfOne | null = null

export function keepUnfinished(typed: TypedOfOne | null): void {
  unfinished = typed
}

export function unfinishedOne(): TypedOfOne | null {
  return unfinished
}

whenSignedOut(() => {
  unfinished = null
  carried = nothing
  carriedDraft = null
})
