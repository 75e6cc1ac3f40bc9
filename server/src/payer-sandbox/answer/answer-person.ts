import { Temporal } from '@foyer/kernel'
import type { WrittenSegment } from '@foyer/x12'
import { anybody } from '../cast/anybody.ts'
import { benefit, type BenefitLine } from '../cast/benefit-line.ts'
import type { CastMember } from '../cast/cast.ts'
import { compact } from '../cast/days.ts'
import type { Policy, Rejected, Trouble } from '../cast/policy.ts'
import { stories } from '../cast/stories.ts'
import { type Found, findMember } from './find-member.ts'
import { nobody, type Person } from './person.ts'
import type { AskedFamily, AskedPayer, AskedPerson } from './question.ts'

/** What a payer says of one person, before it stands in its levels. */
export interface PersonAnswer {
  /** What it is about, for a list of exchanges: never who. */
  readonly about: string
  readonly trouble: Trouble | null
  readonly subscriber: Person
  /** Null: the subscriber is the patient. */
  readonly dependent: Person | null
  /** INS of the patient; none: nothing is to be said. */
  readonly relation: readonly WrittenSegment[]
  readonly dates: readonly WrittenSegment[]
  readonly benefits: readonly WrittenSegment[]
  readonly rejects: Rejected | null
}

export interface Payer {
  readonly cast: readonly CastMember[]
  readonly today: Temporal.PlainDate
}

/** @param dependent null: the subscriber is asked about */
export function answerPerson(
  { cast, today }: Payer,
  payer: AskedPayer,
  family: AskedFamily,
  dependent: AskedPerson | null,
): PersonAnswer {
  const found = findMember(cast, payer, family, dependent?.person ?? null)
  const asked = dependent ?? family
  const base = { trouble: null, subscriber: family.person, dependent: dependent?.person ?? null, relation: [] }
  const rejecting = (rejects: Rejected, trouble: Trouble | null = null): PersonAnswer => {
    return { ...base, trouble, about: `rejected-${rejects.code}`, dates: [], benefits: [], rejects }
  }
  if (found.is === 'rejected') return rejecting(found.why)
  if (found.is === 'anybody') {
    const said = anybody(payer.payer, family.person.memberId, today)
    if ('rejects' in said) return rejecting(said.rejects)
    const subscriber = { ...family.person, groupNumber: family.person.groupNumber || said.groupNumber }
    const child: readonly WrittenSegment[] = dependent ? [['INS', 'N', '19']] : []
    return {
      ...base,
      subscriber,
      relation: child,
      ...whatItSays(said.policy, asked, today),
      about: 'anybody',
      rejects: null,
    }
  }
  const { does } = found.member
  if ('rejects' in does) return rejecting(does.rejects)
  const trouble = 'trouble' in does ? does.trouble : null
  const story = 'story' in does ? does.story : 'ppo'
  const who = recordOf(found, dependent?.person ?? null)
  return {
    ...base,
    ...who,
    trouble,
    ...whatItSays(stories[story](today), asked, today),
    about: trouble ?? story,
    rejects: null,
  }
}

/** The payer's own record, and whether it is another than what was asked with (INS03 001, INS04 25). */
function recordOf(found: Extract<Found, { is: 'known' }>, asked: Person | null) {
  const { member, dependent, differs } = found
  if (!dependent) {
    const relation: readonly WrittenSegment[] = differs ? [['INS', 'Y', '18', '001', '25']] : []
    return { subscriber: member.person, dependent: null, relation }
  }
  const { given, family, sex, relationship } = dependent
  const birthDate = dependent.birthDate || (asked?.birthDate ?? '')
  const relation: readonly WrittenSegment[] = [['INS', 'N', relationship]]
  return { subscriber: member.person, dependent: { ...nobody, given, family, sex, birthDate }, relation }
}

function whatItSays({ from, until, lines }: Policy, asked: AskedPerson, today: Temporal.PlainDate) {
  const day = asked.serviceDate === '' ? compact(today) : asked.serviceDate
  const holds = compact(from) <= day && (until === null || day <= compact(until))
  const span: WrittenSegment = until
    ? ['DTP', '291', 'RD8', `${compact(from)}-${compact(until)}`]
    : ['DTP', '346', 'D8', compact(from)]
  const said = holds ? lines.filter((line) => isAsked(line, asked.serviceTypes)) : [notActive]
  return { dates: [span], benefits: said.flatMap(({ segments }) => segments) }
}

const notActive = benefit('6', { types: ['30'] })

/** Of the plan as such everybody is told; of a service who asked for it, or for all (`30`). */
function isAsked({ serviceTypes }: BenefitLine, asked: readonly string[]): boolean {
  if (serviceTypes.length === 0 || serviceTypes.includes('30') || asked.includes('30')) return true
  return serviceTypes.some((type) => asked.includes(type))
}
