import { scheduling } from '@foyer/contract'
import { useMemo } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { type Site, usePractice } from '../../../app/site.ts'
import type { ChosenColumns } from '../columns/chosen-columns.ts'
import { periodOf } from '../days/period.ts'
import { countedIds, type MonthDay, monthDayOf } from './month-model.ts'

export type Month = {
  /** The days by date; none until they have arrived. */
  readonly days: ReadonlyMap<string, MonthDay>
  readonly error: Error | null
  readonly isFetching: boolean
  readonly retry: () => void
}

/** The days of a month in numbers, with one question. */
export function useMonth(site: Site, date: string, chosen: ChosenColumns): Month {
  const { resources } = usePractice()
  const ids = useMemo(
    () =>
      countedIds(
        resources.filter(({ siteId, active }) => siteId === site.id && active),
        chosen,
      ),
    [resources, site.id, chosen],
  )
  const { data, error, isFetching, refetch } = useAsk(scheduling.readDays, {
    siteId: site.id,
    ...periodOf('month', date),
    ...(ids ? { resourceIds: ids.join(',') } : {}),
  })
  const days = useMemo(() => new Map((data?.days ?? []).map((day) => [day.date, monthDayOf(day)])), [data])
  return { days, error: data ? null : error, isFetching, retry: () => void refetch() }
}
