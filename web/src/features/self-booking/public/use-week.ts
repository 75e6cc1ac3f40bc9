import { useEffect, useState } from 'react'
import { AskError } from './api.ts'
import type { Times } from './draft.ts'
import { addDays, dateOf } from './times.ts'

export const DAYS = 7
/** So far is looked on by itself when nothing is free. */
const MOST_WEEKS = 6

type Load = (from: string | null, days: number) => Promise<Times>

/** A week of times; `first` is the earliest day that can be asked for. */
type Week = Times & { readonly first: string }

async function find(load: Load, from: string | null, lookOn: boolean): Promise<Times> {
  let found = await load(from, DAYS)
  for (let week = 1; lookOn && found.times.length === 0 && found.to < found.lastDate && week < MOST_WEEKS; week += 1)
    found = await load(addDays(found.to, 1), DAYS)
  return found
}

export interface ShownWeek {
  readonly answer: Week | null
  /** The day whose times are shown. */
  readonly day: string | null
  /** What went wrong, as `troubleOf` takes it. */
  readonly trouble: string | null
  readonly setDay: (date: string) => void
  readonly show: (from: string | null) => void
}

export function useWeek(load: Load): ShownWeek {
  const [wanted, setWanted] = useState<{ readonly from: string | null }>({ from: null })
  const [answer, setAnswer] = useState<Week | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    let isOld = false
    async function ask(): Promise<void> {
      try {
        const found = await find(load, wanted.from, wanted.from === null)
        if (isOld) return
        const [earliest] = found.times
        setAnswer((before) => ({ ...found, first: before?.first ?? found.from }))
        setDay(earliest ? dateOf(earliest.start, found.timeZone) : null)
        setTrouble(null)
      } catch (error) {
        if (!isOld) setTrouble(error instanceof AskError ? error.message : 'fault')
      }
    }
    void ask()
    return () => {
      isOld = true
    }
  }, [load, wanted])
  return { answer, day, trouble, setDay, show: (from) => setWanted({ from }) }
}
