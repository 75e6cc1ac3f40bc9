import type { OnlineVisit } from './shapes.ts'

/** Day and time by the clock of the site, whose city is named where whoever looks lives by another. */
export function whenText({ start, timeZone }: OnlineVisit, locale: string): string {
  const text = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(start))
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  return here === timeZone ? text : `${text} (${(timeZone.split('/').at(-1) ?? '').replaceAll('_', ' ')})`
}
