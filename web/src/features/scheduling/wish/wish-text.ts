import { mostCount, type Repeat, usualCount } from './repeat.ts'
import type { DayPart, NextLeg, RuledOut, When } from './wish.ts'
import { nameReaders, type Vocabulary } from './wish-names.ts'
import { readClock } from './wish-clock.ts'
import { readDistance } from './wish-distance.ts'
import { type Joint, longestAt, phraseAt, type Reader, type WishWords } from './wish-reader.ts'
import { readFrequency, readRepeat, readTimes } from './wish-repeat.ts'
import { readNext } from './wish-several.ts'
import { tokensOf } from './wish-tokens.ts'
import { readNot } from './wish-not.ts'
import { weekdaysAt, weekdaySpanAt } from './wish-weekdays.ts'
import { readUntil, readWhen } from './wish-when.ts'
import {
  anyDayPhrases,
  anyonePhrases,
  anyTimePhrases,
  attributePhrases,
  dayPartPhrases,
  fillers,
  overbookPhrases,
  inPersonPhrases,
  interpreterPhrases,
  notPhrases,
  videoPhrases,
  soonestPhrases,
  walkInPhrases,
} from './wish-vocabulary.ts'

/** "Lab and follow-up", or with a comma between them: visits of one day. */
const andWords: ReadonlySet<string> = new Set(['and', 'y', 'e', 'plus', 'mas'])

export type WishReading = { readonly words: WishWords; readonly rest: string }
export type { Vocabulary } from './wish-names.ts'

/**
 * Reads a wish as people type it, in English or Spanish, in any order: "new patient mornings okafor next 2 weeks".
 * `today` is the civil date of the site. What nobody could read comes back as `rest`, for instance the name of a person.
 */
export function readWish(text: string, vocabulary: Vocabulary, today: string): WishReading {
  const { given, words, breaks } = tokensOf(text, today)
  const names = nameReaders(vocabulary)
  // Fillers stand before the names that are only begun: "con" begins "control" and still means "with".
  const readers = [
    names.wholeChain,
    names.thing,
    names.wholeVisitType,
    readFrequency,
    readRepeat,
    readTimes,
    readDistance(today),
    readSoonest,
    readUntil(today),
    readWeekdaySpan,
    readWhen(today),
    readClock,
    readNext,
    readFlag,
    readAttribute,
    readDayPart,
    readNot(today, breaks, names),
    readWeekday,
    readAny,
    readFiller,
  ]
  const rest: string[] = []
  let found: WishWords = {}
  let joint: Joint = {}
  for (let at = 0; at < words.length; ) {
    // A name that is only begun names no second visit, unless one was announced.
    const isNamed = found.visitTypeId !== undefined && joint.isNext !== true
    const isJoined = andWords.has(words[at - 1] ?? '')
    const begun = isNamed && !isJoined ? [names.clinician] : [names.visitType, names.clinician]
    const hit = firstAt(readers, words, at) ?? unreadNot([...readers, ...begun], words, at) ?? firstAt(begun, words, at)
    const isOther = hit?.meaning.visitTypeId !== found.visitTypeId && !hit?.meaning.then
    const isOneMore = isNamed && isOther && (isJoined || breaks.has(at))
    if (hit?.isUnread) rest.push(...given.slice(at, at + hit.used))
    else if (hit?.joint) [found, joint] = joined(found, joint, hit.joint, today)
    else if (hit && (joint.isNext || isOneMore) && hit.meaning.visitTypeId) {
      const gap = joint.gap ?? (isOneMore ? { sameDay: true as const } : undefined)
      const leg = { visitTypeId: hit.meaning.visitTypeId, ...(gap ? { gap } : {}) }
      found = { ...found, then: [...(found.then ?? []), leg], chainTypeId: null }
      joint = {}
    } else if (hit) found = combine(found, hit.meaning)
    else rest.push(given[at] ?? '')
    at += hit?.used ?? 1
  }
  return { words: ended(found), rest: rest.join(' ') }
}

function firstAt(readers: readonly Reader[], words: readonly string[], at: number): ReturnType<Reader> {
  return readers.reduce<ReturnType<Reader>>((before, read) => before ?? read(words, at), null)
}

/** "no interpreter", "not by video": what cannot be ruled out is not wished for either. */
function unreadNot(readers: readonly Reader[], words: readonly string[], at: number): ReturnType<Reader> {
  const not = longestAt(words, at, notPhrases)
  if (!not) return null
  let used = not.used
  while (fillers.has(words[at + used] ?? '')) used += 1
  const what = firstAt(readers, words, at + used)
  return what && { used: used + what.used, meaning: {}, isUnread: true }
}

/** A series of which nobody said how long it goes on has the usual number of visits. */
function ended(found: WishWords): WishWords {
  const { repeat } = found
  if (!repeat || repeat.count !== undefined || repeat.until !== undefined) return found
  return { ...found, repeat: { ...repeat, count: usualCount } }
}

/** A gap belongs to the visit that follows, or, said after it, to the last one; an end to the series, where there is one. */
function joined(found: WishWords, joint: Joint, said: Joint, today: string): [WishWords, Joint] {
  const { times, until } = said
  if (times !== undefined) {
    const { until: _, ...repeat } = found.repeat ?? { unit: 'week', every: 1 }
    return [{ ...found, repeat: { ...repeat, count: times } }, joint]
  }
  if (until !== undefined) {
    const { repeat } = found
    const isOpen = repeat && repeat.count === undefined && repeat.until === undefined
    if (isOpen && said.days !== undefined)
      return [{ ...found, repeat: { ...repeat, count: countIn(said.days, repeat) } }, joint]
    const when: When = { from: today, to: until }
    return [isOpen ? { ...found, repeat: { ...repeat, until } } : combine(found, { when }), joint]
  }
  const last = found.then?.at(-1)
  if (said.when && !joint.isNext && !last) return [combine(found, { when: said.when }), joint]
  if (!said.gap || joint.isNext || !last) return [found, { ...joint, ...said }]
  const then: NextLeg[] = [...(found.then ?? []).slice(0, -1), { ...last, gap: said.gap }]
  return [{ ...found, then }, joint]
}

/** "weekly for 8 weeks" is eight visits, whenever the first is. */
function countIn(days: number, { unit, every, weekdays = [] }: Repeat): number {
  const turns = Math.max(1, Math.round(days / (every * { day: 1, week: 7, month: 30 }[unit])))
  return Math.min(mostCount, turns * Math.max(1, weekdays.length))
}

/** Lists mentioned twice add up, "okafor or singh"; of anything else the last word counts. */
function combine(before: WishWords, next: WishWords): WishWords {
  const { not: ruledOut, ...rest } = next
  const together = { ...before, ...rest, ...(ruledOut ? without(before, ruledOut) : {}) }
  for (const key of ['clinicianIds', 'withoutIds', 'dayParts', 'weekdays', 'attributes'] as const) {
    const [first, second] = [before[key], next[key]]
    if (first && second && second.length > 0) Object.assign(together, { [key]: [...new Set([...first, ...second])] })
  }
  // Whoever is named last counts, for them or against.
  const { withoutIds = [], clinicianIds = [] } = next
  if (withoutIds.length > 0 && before.clinicianIds)
    Object.assign(together, { clinicianIds: before.clinicianIds.filter((id) => !withoutIds.includes(id)) })
  if (clinicianIds.length > 0 && before.withoutIds)
    Object.assign(together, { withoutIds: before.withoutIds.filter((id) => !clinicianIds.includes(id)) })
  if (before.times && next.times) {
    const fromMinute = Math.max(before.times.fromMinute, next.times.fromMinute)
    const untilMinute = Math.min(before.times.untilMinute, next.times.untilMinute)
    if (fromMinute < untilMinute) Object.assign(together, { times: { fromMinute, untilMinute } })
  }
  if (before.when && next.when && 'from' in before.when && 'from' in next.when) {
    const [from, to] = [before.when.from, next.when.to]
    if (from <= to && next.when.from <= from) return { ...together, when: { from, to } }
  }
  return together
}

/** Weekdays that were wished for lose those that do not suit; what else does not suit adds up. */
function without({ weekdays = [], not = [] }: WishWords, ruledOut: readonly RuledOut[]): WishWords {
  const isOfThose = ({ from, to, times }: RuledOut): boolean => weekdays.length > 0 && !from && !to && !times
  const taken = ruledOut.filter(isOfThose).flatMap((one) => one.weekdays ?? [])
  const left = ruledOut.filter((one) => !isOfThose(one))
  return {
    ...(taken.length > 0 ? { weekdays: weekdays.filter((weekday) => !taken.includes(weekday)) } : {}),
    ...(not.length + left.length > 0 ? { not: [...not, ...left] } : {}),
  }
}

const readDayPart: Reader = (words, at) => {
  const hits = dayPartPhrases.map(([phrase, part]) => [phraseAt(words, at, phrase), part] as const)
  const best = hits.reduce<readonly [number, DayPart]>((a, b) => (b[0] > a[0] ? b : a), [0, 'morning'])
  return best[0] > 0 ? { used: best[0], meaning: { dayParts: [best[1]] } } : null
}

const readWeekday: Reader = (words, at) => {
  const hit = weekdaysAt(words, at)
  return hit && { used: hit.used, meaning: { weekdays: hit.meaning } }
}

/** "from Monday to Friday" begins as a date from which on would. */
const readWeekdaySpan: Reader = (words, at) => {
  const hit = weekdaySpanAt(words, at)
  return hit && { used: hit.used, meaning: { weekdays: hit.meaning } }
}

const readSoonest: Reader = (words, at) => longestAt<WishWords>(words, at, soonestPhrases)

const readAny: Reader = (words, at) => {
  const meanings: ReadonlyArray<readonly [readonly string[], WishWords]> = [
    [anyTimePhrases, { dayParts: [] }],
    [anyDayPhrases, { weekdays: [] }],
    [anyonePhrases, { clinicianIds: [] }],
  ]
  for (const [phrases, meaning] of meanings) {
    const used = Math.max(...phrases.map((phrase) => phraseAt(words, at, phrase)))
    if (used > 0) return { used, meaning }
  }
  return null
}

const flagPhrases = [
  ...overbookPhrases.map((phrase) => [phrase, { overbook: true }] as const),
  ...videoPhrases.map((phrase) => [phrase, { modality: 'video' }] as const),
  ...inPersonPhrases.map((phrase) => [phrase, { modality: 'in-person' }] as const),
  ...interpreterPhrases.map((phrase) => [phrase, { interpreter: true }] as const),
  ...walkInPhrases.map((phrase) => [phrase, { walkIn: true }] as const),
]
const readFlag: Reader = (words, at) => longestAt<WishWords>(words, at, flagPhrases)

const readAttribute: Reader = (words, at) => {
  const hit = longestAt(words, at, attributePhrases)
  return hit && { used: hit.used, meaning: { attributes: [hit.meaning] } }
}

const readFiller: Reader = (words, at) => (fillers.has(words[at] ?? '') ? { used: 1, meaning: {} } : null)
