export type CardFieldName =
  | 'payer'
  | 'plan'
  | 'memberId'
  | 'groupNumber'
  | 'subscriberName'
  | 'effectiveDate'
  | 'rxBin'
  | 'rxPcn'
  | 'rxGroup'

export interface Label {
  readonly name: CardFieldName
  /** Letters that are often misread stand for one another: rn and m, 0 and o, 1, l and i. */
  readonly pattern: RegExp
  /** What may follow it, from the beginning of what follows; null when that is no such value. */
  readonly read: (text: string) => string | null
  /** Of two that name the same field the stronger is believed. */
  readonly weight: number
}

const i = '[i1l|!]'
const o = '[o0]'
const m = '(?:m|rn)'
const member = `(?:${m}e${m}ber|subscr${i}ber|enr${o}llee|${i}nsured|pat${i}ent|rec${i}p${i}ent|benef${i}c${i}ary|m${i}e${m}br${o}|af${i}l${i}ad${o}|asegurad${o})`
const number = `(?:${i}d|n${o}|nu${m}(?:ber|er${o})?|nr|#|${i}dent${i}f${i}cat${i}${o}n|${i}dent${i}f${i}cac${i}${o}n)`
const group = `(?:gr${o}up${o}?|grp|grup${o})`

/** A number as cards print it: letters and digits, at least two of them digits, in groups with spaces or hyphens between. */
function code(shortest: number): (text: string) => string | null {
  return (text) => {
    const [found] = /^[A-Z0-9]+(?:-[A-Z0-9]+)*(?: (?=[A-Z]{0,3}\d)[A-Z0-9-]{2,})*/i.exec(text) ?? []
    const value = found?.replaceAll(' ', '').toUpperCase() ?? ''
    const digits = value.replaceAll(/[^0-9]/g, '').length
    return value.length >= shortest && value.length <= 24 && digits >= 2 ? value : null
  }
}

function words(text: string): string | null {
  const value = text.split(/\s{2,}|[|]/)[0]?.replace(/[\s.,;:*-]+$/, '') ?? ''
  return /\p{L}{2}/u.test(value) && value.length <= 60 ? value : null
}

function personName(text: string): string | null {
  const value = words(text)
  return value !== null && /^[\p{L}'’.,\- ]+$/u.test(value) && /\p{L}+[ ,]+\p{L}/u.test(value) ? value : null
}

function date(text: string): string | null {
  const [, month, day, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(text) ?? []
  if (month === undefined || day === undefined || year === undefined) return null
  const [mm, dd] = [Number(month), Number(day)]
  if (mm < 1 || mm > 12 || dd < 1 || dd > 31) return null
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function label(name: CardFieldName, pattern: string, read: Label['read'], weight: number): Label {
  return { name, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), read, weight }
}

/** Longer ones first: what a longer one has taken no shorter one takes again. */
export const labels: readonly Label[] = [
  label('rxBin', `(?:rx ?)?b${i}n(?: ?(?:${number}))?`, (text) => /^[0-9]{6}(?![0-9])/.exec(text)?.[0] ?? null, 2),
  label('rxPcn', `(?:rx ?)?pcn`, (text) => /^[A-Z0-9]{2,10}(?![A-Z0-9])/i.exec(text)?.[0].toUpperCase() ?? null, 2),
  label(
    'rxGroup',
    `rx ?${group}(?: ?${number})?`,
    (text) => /^[A-Z0-9]{3,15}(?![A-Z0-9])/i.exec(text)?.[0].toUpperCase() ?? null,
    2,
  ),
  label('subscriberName', `(?:${member}(?: na${m}e)?|na${m}e|n${o}${m}bre)`, personName, 2),
  label('memberId', `${member}(?:'s)? ?${number}(?: ?(?:${number}))?`, code(5), 5),
  label('memberId', `(?:${number} ?(?:de|del) ?${member})`, code(5), 5),
  label('memberId', `med${i}ca(?:re|${i}d)(?: (?:cla${i}m)?)? ?${number}`, code(5), 4),
  label('memberId', `(?:p${o}l${i}cy|certificate|contract|p${o}l${i}za) ?${number}`, code(5), 3),
  label('memberId', `(?:${i}d|${i}dent${i}f${i}cat${i}${o}n)(?: ?(?:n${o}|nu${m}ber|#))?`, code(6), 2),
  label('groupNumber', `(?:health )?${group} ?${number}(?: ?#)?`, code(3), 3),
  label('groupNumber', group, code(3), 2),
  label('plan', `(?:health )?plan(?: (?:na${m}e|type))?`, words, 2),
  label(
    'effectiveDate',
    `(?:effect${i}ve(?: date)?|eff(?: date)?|coverage (?:begins|start(?:s| date)?)|v${i}gen(?:c${i}a|te desde))`,
    date,
    2,
  ),
]
