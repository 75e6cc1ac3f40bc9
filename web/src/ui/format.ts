import { Temporal } from 'temporal-polyfill'

const dayParts = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = dayParts.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  dayParts.set(key, made)
  return made
}

/** A civil date as the UTC midnight that Intl can print; no zone takes part. */
function epochOf(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds
}

function part(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale, options).format(epochOf(date)).replace(/\.$/, '')
}

function isSpanish(locale: string): boolean {
  return locale.startsWith('es')
}

/** `YYYY-MM-DD` → "Tue 8 Dec". Day before month everywhere, the month as a word: it cannot be misread. */
export function formatDay(date: string, locale: string): string {
  return `${part(date, locale, { weekday: 'short' })} ${part(date, locale, { day: 'numeric' })} ${part(date, locale, { month: 'short' })}`
}

/** `YYYY-MM-DD` → "Tuesday, December 8, 2026" in the form of the locale. */
export function formatDayLong(date: string, locale: string): string {
  return part(date, locale, { dateStyle: 'full' })
}

/** `YYYY-MM-DD` → "14 Mar 1961". */
export function formatBirthDate(date: string, locale: string): string {
  if (date === '') return '–'
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const whole = `${year}-${month}-${day ?? '01'}`
  const named = `${part(whole, locale, { month: 'short' })} ${year}`
  return day === undefined ? named : `${part(whole, locale, { day: 'numeric' })} ${named}`
}

/** Two civil dates → "today", "tomorrow", "in 16 days", "3 days ago". */
export function formatInDays(date: string, today: string, locale: string): string {
  const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(date), { largestUnit: 'day' }).days
  const nearby = Math.abs(days) <= 1 ? 'auto' : 'always'
  return new Intl.RelativeTimeFormat(locale, { numeric: nearby }).format(days, 'day')
}

/** Minutes since local midnight → "9:40", 24 hours. */
export function formatMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Instant (ISO, UTC) on the wall of an IANA zone → "10:40", 24 hours in every locale. */
export function formatTime(instant: string, zone: string, _locale?: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return formatMinutes(local.hour * 60 + local.minute)
}

/** Instant (ISO, UTC) → the civil date on which it fell in an IANA zone: "14 Mar 1961". */
export function formatDateAt(instant: string, zone: string, locale: string): string {
  return formatBirthDate(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString(), locale)
}

/** Instant (ISO, UTC) on the wall of an IANA zone, with its year → "24 Nov 2026, 10:40". */
export function formatMoment(instant: string, zone: string, locale: string): string {
  return `${formatDateAt(instant, zone, locale)}, ${formatTime(instant, zone)}`
}

/** Whole minutes → "8 min", "1 h 20 min", "3 days". Negative lengths count as 0. */
export function formatDuration(minutes: number, locale: string): string {
  const whole = Math.max(0, Math.round(minutes))
  if (whole < 60) return `${whole} min`
  if (whole < 24 * 60) {
    const rest = whole % 60
    return rest === 0 ? `${Math.floor(whole / 60)} h` : `${Math.floor(whole / 60)} h ${rest} min`
  }
  const days = Math.floor(whole / (24 * 60))
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days)
}

function minutesBetween(from: string, to: string): number {
  return Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('minutes')
}

/** How old a fact is: "just now", "9 min ago", "12 days ago". From one minute on, hours are rounded down. */
export function formatAge(instant: string, now: string, locale: string): string {
  const minutes = Math.floor(minutesBetween(instant, now))
  if (minutes < 1) return isSpanish(locale) ? 'ahora mismo' : 'just now'
  const coarse = minutes < 60 ? minutes : minutes - (minutes % 60)
  const length = formatDuration(coarse, locale)
  return isSpanish(locale) ? `hace ${length}` : `${length} ago`
}

/** What is left until a due instant: "8 min", or "8 min late". */
export function formatLeft(due: string, now: string, locale: string): string {
  const minutes = minutesBetween(now, due)
  if (minutes >= 0) return formatDuration(Math.ceil(minutes), locale)
  const late = formatDuration(Math.max(1, Math.ceil(-minutes)), locale)
  return isSpanish(locale) ? `${late} tarde` : `${late} late`
}

/** Integer cents → "$1,500.00". */
export function formatCents(cents: number, currency: string, locale: string): string {
  // Spanish here means Spanish in the United States: the dollar keeps its sign in front and its point.
  const place = locale === 'es' ? 'es-US' : locale
  return new Intl.NumberFormat(place, { style: 'currency', currency }).format(cents / 100)
}

/** IANA zone → the city in its name: 'America/Argentina/Buenos_Aires' → 'Buenos Aires'. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
