import { scheduling } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { openingKey, type Near, type Opening, type OpeningsQuestion } from '../shapes.ts'
import { useLasting, useSettled } from './use-delayed.ts'

/** There is a key for each of nine. */
export const mostShown = 9
const pauseMs = 180

/** What was taken since the answer to the question `for`, and what stands in its place. */
type Swap = { readonly for: string; readonly gone: readonly string[]; readonly next: readonly Opening[] }

export type Openings = {
  readonly list: readonly Opening[]
  readonly near: readonly Near[]
  readonly considered: number | null
  readonly isSlow: boolean
  readonly error: Error | null
  readonly retry: () => void
  /** Counts how often the server put other openings in place of one that was taken. */
  readonly replaced: number
  /** This one is gone; those are the next best. */
  readonly replace: (gone: Opening, next: readonly Opening[]) => void
  /** This one was booked. */
  readonly drop: (gone: Opening) => void
}

/** Openings for the wish as it changes. While an answer is on its way the one before stays. */
export function useOpenings(question: OpeningsQuestion | null): Openings {
  const text = useSettled(JSON.stringify(question), pauseMs)
  const asked = JSON.parse(text) as OpeningsQuestion | null
  const answer = useAsk(scheduling.findOpenings, asked ?? ({} as OpeningsQuestion), {
    isEnabled: asked !== null,
    keepPrevious: true,
  })
  const [swap, setSwap] = useState<Swap>({ for: text, gone: [], next: [] })
  const [replaced, setReplaced] = useState(0)
  const current: Swap = swap.for === text ? swap : { for: text, gone: [], next: [] }
  const isSlow = useLasting(question !== null && (answer.isFetching || text !== JSON.stringify(question)), 300)
  const data = question === null ? undefined : answer.data
  const taken = new Set([...current.gone, ...current.next.map(openingKey)])
  const others = (data?.openings ?? []).filter((opening) => !taken.has(openingKey(opening)))
  return {
    list: data ? [...current.next, ...others].slice(0, mostShown) : [],
    near: data?.near ?? [],
    considered: data?.considered ?? null,
    isSlow,
    error: question === null ? null : answer.error,
    retry: () => void answer.refetch(),
    replaced,
    replace: (gone, next) => {
      setSwap({ for: text, gone: [...current.gone, openingKey(gone)], next })
      setReplaced((count) => count + 1)
    },
    drop: (opening) => {
      const key = openingKey(opening)
      setSwap({
        for: text,
        gone: [...current.gone, key],
        next: current.next.filter((one) => openingKey(one) !== key),
      })
    },
  }
}
