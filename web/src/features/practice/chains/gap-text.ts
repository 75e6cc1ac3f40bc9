import { formatDuration } from '../../../ui/format.ts'
import type { ChainType } from '../shapes.ts'
import type { Say } from '../use-words.ts'

/** "1 to 7 days later". */
export function gapText(say: Say, gap: ChainType['legs'][number]['gap'], locale: string): string {
  if (!gap) return say('gap_any')
  if ('sameDay' in gap)
    return gap.maxWaitMinutes === undefined
      ? say('gapSameDayText')
      : say('gapWaitText', { length: formatDuration(gap.maxWaitMinutes, locale) })
  const { minDays, maxDays } = gap
  if (maxDays === undefined) return minDays === undefined ? say('gap_any') : say('gapMinText', { min: minDays })
  return minDays === undefined
    ? say('gapMaxText', { max: maxDays })
    : say('gapDaysText', { min: minDays, max: maxDays })
}
