import { useEffect, useRef, useState } from 'react'
import { choose, type Field, meet, type Meeting, type Side, sideOf } from './compare.ts'

/** Colleagues who save something else of the record all the time do not keep us from saving for ever. */
export const mostTries = 4

interface Start<D> {
  /** The record as the form began with it. */
  readonly began: D
  readonly version: number
  /** What stands in the form at the beginning, where that is not the record. */
  readonly draft?: D
  /** What the form holds; with the record of before and theirs, for lists whose members come and go. */
  readonly fieldsOf: (was: D, theirs: D) => readonly Field<D>[]
}

interface State<D> {
  readonly draft: D
  readonly base: { readonly draft: D; readonly version: number }
  readonly meeting: Meeting<D> | null
  /** What the form is of is not there any more. */
  readonly isGone: boolean
}

export interface Line {
  readonly key: string
  readonly label: string
  readonly was: string
  readonly theirs: string
  readonly mine: string
  readonly side: Side | null
}

/** What saving has to do with it, whatever the form holds. */
export interface Meanwhile {
  readonly version: number
  readonly lines: readonly Line[]
  readonly isGone: boolean
  readonly isUndecided: boolean
  readonly choose: (key: string, side: Side) => void
}

/** The draft of a form, and what becomes of it when a colleague saved the same record meanwhile. */
export function useMeanwhile<D extends object>({ began, version, draft = began, fieldsOf }: Start<D>) {
  const [state, setState] = useState<State<D>>({
    draft,
    base: { draft: began, version },
    meeting: null,
    isGone: false,
  })
  // Saving takes a while in which somebody may go on typing: what they meet is compared with what stands there then.
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  })
  const { meeting } = state
  const fields = meeting === null ? [] : fieldsOf(meeting.was, meeting.theirs)
  const shown = fields.filter(({ key }) => meeting?.keys.includes(key))
  const lines = shown.flatMap((field): readonly Line[] => {
    if (meeting === null) return []
    const side = sideOf(field, meeting, state.draft)
    const mine = side === 'theirs' ? meeting.mine : state.draft
    const { key, label, text } = field
    return [{ key, label, was: text(meeting.was), theirs: text(meeting.theirs), mine: text(mine), side }]
  })
  const meanwhile: Meanwhile = {
    version: state.base.version,
    lines,
    isGone: state.isGone,
    isUndecided: lines.some(({ side }) => side === null),
    choose: (key, side) => {
      const field = shown.find((one) => one.key === key)
      if (meeting && field) setState({ ...state, ...choose(field, meeting, state.draft, side) })
    },
  }
  return {
    draft: state.draft,
    base: state.base.draft,
    meanwhile,
    change: (part: Partial<D>) => setState((before) => ({ ...before, draft: { ...before.draft, ...part } })),
    /** @returns whether there is something to look at before it is saved again */
    meet: (theirs: D | null, newVersion: number): boolean => {
      const { draft: mine, base, meeting: met } = latest.current
      const at = { draft: theirs ?? base.draft, version: newVersion }
      if (theirs === null) setState((before) => ({ ...before, base: at, meeting: null, isGone: true }))
      if (theirs === null) return true
      const next = meet(fieldsOf(base.draft, theirs), { was: base.draft, theirs, mine })
      const hasMet = next.meeting.keys.length > 0
      setState((before) => (hasMet ? { ...before, ...next, base: at } : { ...before, base: at, meeting: met }))
      return hasMet
    },
  }
}
