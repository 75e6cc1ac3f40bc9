import { Temporal } from '@foyer/kernel'

export const periods = ['last4', 'last13', 'next4', 'own'] as const
export type Period = (typeof periods)[number]

/** Both dates included. */
export interface Dates {
  readonly from: string
  readonly to: string
}

/** Whole weeks until yesterday, or from today on. */
export function datesOf(period: Exclude<Period, 'own'>, today: string): Dates {
  const day = Temporal.PlainDate.from(today)
  const back = (weeks: number): Dates => ({
    from: day.subtract({ weeks }).toString(),
    to: day.subtract({ days: 1 }).toString(),
  })
  if (period === 'last4') return back(4)
  if (period === 'last13') return back(13)
  return { from: today, to: day.add({ days: 27 }).toString() }
}
