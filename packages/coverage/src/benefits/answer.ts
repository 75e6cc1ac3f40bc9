import type { Segment } from '@foyer/x12'
import type { Benefit, Dated, Insured, Party, Rejection } from './eligibility.ts'
import { benefitOf, withBenefitDetail } from './read-benefit.ts'
import { datedOf, insuredOf, partyOf, pointerTo, textOf, withDetail, withPhones } from './values.ts'

/** One person's part of a 271 as it stands, before anybody asks what it means. */
export interface Answer {
  readonly traces: readonly string[]
  readonly payer: Party | null
  readonly subscriber: Insured | null
  readonly dependent: Insured | null
  readonly dates: readonly Dated[]
  readonly benefits: readonly Benefit[]
  readonly rejections: readonly Rejection[]
}

type Level = 'payer' | 'provider' | 'subscriber' | 'dependent'
const levels: Readonly<Record<string, Level>> = {
  '20': 'payer',
  '21': 'provider',
  '22': 'subscriber',
  '23': 'dependent',
}

interface Open {
  readonly traces: string[]
  readonly payer: Party | null
  subscriber: Insured | null
  dependent: Insured | null
  readonly dates: Dated[]
  readonly benefits: Benefit[]
  readonly rejections: Rejection[]
}

/** Where the walk is. */
interface Walk {
  level: Level
  payer: Party | null
  /** Of the payer and of whoever asks: they hold for everybody below. */
  rejections: Rejection[]
  current: Open | null
  /** The subscriber under whom dependents stand. */
  family: Open | null
  isInBenefit: boolean
  readonly answers: Open[]
}

/**
 * Every person of a 271, each with the payer, the subscriber and the rejections above it. Walks the segments by their HL,
 * so that an answer with a loop out of order, or one too many, is read as far as it goes.
 */
export function answersOf(segments: readonly Segment[]): readonly Answer[] {
  const walk: Walk = {
    level: 'payer',
    payer: null,
    rejections: [],
    current: null,
    family: null,
    isInBenefit: false,
    answers: [],
  }
  for (const segment of segments) {
    if (segment.tag === 'HL') enter(walk, levels[segment.text(3)] ?? walk.level)
    else if (walk.current) readPerson(walk, walk.current, segment)
    else readAbove(walk, segment)
  }
  if (walk.answers.length > 0 || walk.rejections.length === 0) return walk.answers
  // Turned away before anybody was named: there is still something to say.
  return [fresh(walk)]
}

function fresh({ payer, rejections }: Walk): Open {
  return {
    traces: [],
    payer,
    subscriber: null,
    dependent: null,
    dates: [],
    benefits: [],
    rejections: [...rejections],
  }
}

function enter(walk: Walk, level: Level): void {
  walk.level = level
  walk.isInBenefit = false
  if (level === 'payer' || level === 'provider') {
    if (level === 'payer') Object.assign(walk, { payer: null, rejections: [] })
    walk.current = null
    walk.family = null
    return
  }
  const person = fresh(walk)
  if (level === 'subscriber') walk.family = person
  else if (walk.family) underSubscriber(walk, walk.family, person)
  walk.answers.push(person)
  walk.current = person
}

/** A subscriber of whom nothing is said stands there only to name whose dependent this is. */
function underSubscriber({ answers, rejections }: Walk, family: Open, person: Open): void {
  person.subscriber = family.subscriber
  const at = answers.indexOf(family)
  if (family.benefits.length > 0 || at < 0) return
  answers.splice(at, 1)
  person.traces.push(...family.traces)
  person.rejections.push(...family.rejections.slice(rejections.length))
}

function readAbove(walk: Walk, segment: Segment): void {
  if (segment.tag === 'AAA') walk.rejections.push(rejectionOf(segment, walk.level))
  else if (walk.level !== 'payer') return
  else if (segment.tag === 'NM1') walk.payer = partyOf(segment)
  else if (segment.tag === 'PER' && walk.payer) walk.payer = withPhones(walk.payer, segment)
}

function readPerson(walk: Walk, person: Open, segment: Segment): void {
  const { tag } = segment
  if (tag === 'EB') {
    walk.isInBenefit = true
    person.benefits.push(benefitOf(segment))
  } else if (tag === 'AAA') readRejection(walk, person, segment)
  else if (tag === 'TRN') {
    const trace = textOf(segment, 2)
    if (trace !== null) person.traces.push(trace)
  } else if (walk.isInBenefit) {
    const last = person.benefits.pop()
    if (last) person.benefits.push(withBenefitDetail(last, segment))
  } else if (tag === 'DTP') {
    const dated = datedOf(segment)
    if (dated) person.dates.push(dated)
  } else if (walk.level === 'dependent') {
    person.dependent = tag === 'NM1' ? insuredOf(segment) : person.dependent && withDetail(person.dependent, segment)
  } else {
    person.subscriber = tag === 'NM1' ? insuredOf(segment) : person.subscriber && withDetail(person.subscriber, segment)
  }
}

function readRejection(walk: Walk, person: Open, segment: Segment): void {
  const rejection = rejectionOf(segment, walk.isInBenefit ? 'benefit' : walk.level)
  person.rejections.push(rejection)
  const last = walk.isInBenefit ? person.benefits.pop() : undefined
  if (last) person.benefits.push({ ...last, rejections: [...last.rejections, rejection] })
}

function rejectionOf(segment: Segment, about: Rejection['about']): Rejection {
  return { about, code: segment.text(3), action: segment.text(4), pointer: pointerTo(segment) }
}
