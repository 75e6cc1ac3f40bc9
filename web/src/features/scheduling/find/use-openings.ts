import { scheduling } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import {
  type ChainsQuestion,
  type Failing,
  openingKey,
  type Near,
  type Opening,
  type OpeningsQuestion,
} from '../shapes.ts'
import type { Question } from '../wish/wish.ts'
import { chainOffer } from './chain-offer.ts'
import { mostKeys } from './keyed.ts'
import { useLasting, useSettled } from '../../../app/use-delayed.ts'

const pauseMs = 180

/** What was taken since the answer to the question `for`, and what stands in its place. */
type Swap = { readonly for: string; readonly gone: readonly string[]; readonly next: readonly Opening[] }

export type Openings = {
  readonly list: readonly Opening[]
  readonly near: readonly Near[]
  /** Of a chain that cannot be: the leg that fails, and the nearest there would be for it. */
  readonly failing: Failing | null
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
export function useOpenings(question: Question | null): Openings {
  const text = useSettled(JSON.stringify(question), pauseMs)
  const asked = JSON.parse(text) as Question | null
  const one = useAsk(scheduling.findOpenings, asked?.of === 'one' ? asked.body : ({} as OpeningsQuestion), {
    isEnabled: asked?.of === 'one',
    keepPrevious: true,
  })
  const chain = useAsk(scheduling.findChains, asked?.of === 'chain' ? asked.body : ({} as ChainsQuestion), {
    isEnabled: asked?.of === 'chain',
    keepPrevious: true,
  })
  const answer = question?.of === 'chain' ? chain : one
  const [swap, setSwap] = useState<Swap>({ for: text, gone: [], next: [] })
  const [replaced, setReplaced] = useState(0)
  const current: Swap = swap.for === text ? swap : { for: text, gone: [], next: [] }
  const isSlow = useLasting(question !== null && (answer.isFetching || text !== JSON.stringify(question)), 300)
  const found = question?.of === 'one' ? one.data : undefined
  const chains = question?.of === 'chain' && asked?.of === 'chain' ? chain.data : undefined
  const legs = asked?.of === 'chain' ? asked.body.legs : []
  const openings: readonly Opening[] | undefined =
    found?.openings ?? chains?.chains.map((each) => chainOffer(each, legs)).filter((each) => each !== null)
  const failing = chains?.failing ?? null
  const taken = new Set([...current.gone, ...current.next.map(openingKey)])
  const others = (openings ?? []).filter((opening) => !taken.has(openingKey(opening)))
  return {
    list: openings ? [...current.next, ...others].slice(0, mostKeys) : [],
    near: found?.near ?? [],
    failing: failing && { ...failing, visitTypeId: legs[failing.leg]?.visitTypeId ?? '' },
    considered: found?.considered ?? chains?.chains.length ?? null,
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
