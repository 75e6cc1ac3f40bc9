import { addDays } from '@foyer/kernel'
import { ageAt, displayName } from '@foyer/patients'
import type { DemoPerson } from '../people/index.ts'
import type { PlannedCoverage, PlannedPlan } from '../plan.ts'
import { payers } from '../practice/sites.ts'
import type { Random } from '../random.ts'
import { dayMs, iso, minuteMs } from '../visits/slot.ts'

export type Moment = {
  /** Epoch milliseconds. */
  readonly now: number
  /** Civil date at the first site. */
  readonly today: string
}

type CastCover = {
  readonly payer: string
  readonly copayCents: number
  /** The number by which the payer sandbox knows them. */
  readonly memberId: string
  readonly plan?: string
  readonly ended?: true
}

/** What the stories of the cast need; null is nobody but the person who pays. */
const castCovers: Readonly<Record<string, CastCover | null>> = {
  'maria-nguyen': { payer: 'blue-cross', memberId: 'BL400100101', copayCents: 3000, plan: 'PPO 1500' },
  'linh-nguyen': { payer: 'united', memberId: 'UN400100102', copayCents: 3000 },
  'amara-diallo': { payer: 'aetna', memberId: 'AE400100103', copayCents: 2500, ended: true },
  'harold-brandt': { payer: 'medicare', memberId: 'ME400100104', copayCents: 2500, plan: 'Medicare Advantage' },
  'nabil-haddad': { payer: 'aetna', memberId: 'AE400100105', copayCents: 2500 },
  'leila-haddad': { payer: 'aetna', memberId: 'AE400100105', copayCents: 0 },
  'jun-park': { payer: 'harbor', memberId: 'HA400100106', copayCents: 0 },
  'ines-cabral': { payer: 'united', memberId: 'UN400100107', copayCents: 5000 },
  'samir-aziz': { payer: 'medicaid', memberId: 'ME400100108', copayCents: 0 },
  'ola-nilsen': { payer: 'blue-cross', memberId: 'BL400100109', copayCents: 2500 },
  'ruth-mensah': { payer: 'harbor', memberId: 'HA400100110', copayCents: 2500 },
  'tom-becker': { payer: 'medicare', memberId: 'ME400100111', copayCents: 0 },
  'grace-adeyemi': { payer: 'blue-cross', memberId: 'BL400100112', copayCents: 0 },
  'devon-price': { payer: 'harbor', memberId: 'HA400100113', copayCents: 3000 },
  'luis-ortega': null,
}

const plans: Readonly<Record<string, readonly PlannedPlan[]>> = {
  'blue-cross': [
    { name: 'PPO 1500', type: 'ppo', isInNetwork: true },
    { name: 'PPO 3000', type: 'ppo', isInNetwork: true },
    { name: 'Blue Choice', type: 'hmo', isInNetwork: true },
  ],
  aetna: [
    { name: 'Open Access', type: 'pos', isInNetwork: true },
    { name: 'Silver 3000', type: 'epo', isInNetwork: true },
    { name: 'Bronze HSA', type: 'hdhp', isInNetwork: false },
  ],
  united: [
    { name: 'Choice Plus', type: 'pos', isInNetwork: true },
    { name: 'Navigate', type: 'hmo', isInNetwork: true },
  ],
  medicare: [
    { name: 'Original Medicare', type: 'medicare', isInNetwork: true },
    { name: 'Medicare Advantage', type: 'medicare', isInNetwork: true },
  ],
  medicaid: [
    { name: 'Medicaid', type: 'medicaid', isInNetwork: true },
    { name: 'Family Health', type: 'medicaid', isInNetwork: true },
  ],
  harbor: [
    { name: 'Harbor Standard', type: 'ppo', isInNetwork: true },
    { name: 'Harbor Plus', type: 'ppo', isInNetwork: null },
  ],
}

export function plansOf(payer: string): readonly PlannedPlan[] {
  return plans[payer] ?? []
}

/** The last 31 October before today: when a plan year of many employers ends. */
export function lastOctober(today: string): string {
  const thisYear = `${today.slice(0, 4)}-10-31`
  return thisYear < today ? thisYear : `${Number(today.slice(0, 4)) - 1}-10-31`
}

/** Coverages of everybody; a guardian's come before those of the children, which follow them. */
export function planCoverages(random: Random, people: readonly DemoPerson[], moment: Moment): PlannedCoverage[] {
  const primaryOf = new Map<string, PlannedCoverage>()
  const byKey = new Map(people.map((person) => [person.key, person]))
  return people.flatMap((person) => {
    const guardian = byKey.get(person.guardianKey ?? '')
    const cast = castCovers[person.key]
    const made =
      cast !== undefined
        ? castCoverage(random, person, cast, guardian, moment)
        : ownCoverages(random, person, guardian, primaryOf.get(guardian?.key ?? ''), moment)
    const [first] = made
    if (first) primaryOf.set(person.key, first)
    return made
  })
}

function castCoverage(
  random: Random,
  person: DemoPerson,
  cast: CastCover | null,
  guardian: DemoPerson | undefined,
  moment: Moment,
): PlannedCoverage[] {
  if (cast === null) return []
  const base = coverage(random, person, cast.payer, moment)
  const under = guardian ? { relationship: 'child' as const, subscriberName: displayName(guardian.name) } : {}
  return [
    {
      ...base,
      ...under,
      planName: cast.plan ?? base.planName,
      memberId: cast.memberId,
      copayCents: cast.copayCents,
      periodEnd: cast.ended ? lastOctober(moment.today) : null,
      checkedAt: iso(moment.now - (cast.ended ? 40 * dayMs : 9 * minuteMs)),
      checkedSource: 'payer-site',
    },
  ]
}

function ownCoverages(
  random: Random,
  person: DemoPerson,
  guardian: DemoPerson | undefined,
  guardians: PlannedCoverage | undefined,
  moment: Moment,
): PlannedCoverage[] {
  if (guardian) {
    if (!guardians || guardians.payer === 'medicare') return [coverage(random, person, 'medicaid', moment)]
    const subscriberName = displayName(guardian.name)
    return [{ ...guardians, patient: person.key, relationship: 'child', subscriberName }]
  }
  if ((ageAt(person.birthDate, moment.today)?.years ?? 0) >= 65) {
    const medicare = coverage(random, person, 'medicare', moment)
    if (!random.chance(0.3)) return [medicare]
    const supplement = coverage(random, person, random.pick(['harbor', 'united']), moment)
    return [medicare, { ...supplement, planName: 'Medicare Supplement', order: 2, copayCents: null }]
  }
  const payer = random.weighted([
    ['blue-cross', 26],
    ['aetna', 17],
    ['united', 17],
    ['harbor', 14],
    ['medicaid', 16],
    [null, 10],
  ] as const)
  if (payer === null) return []
  const made = coverage(random, person, payer, moment)
  if (payer === 'medicaid' || !random.chance(0.07)) return [made]
  const ended = { ...made, periodEnd: lastOctober(moment.today) }
  if (random.chance(0.6)) return [ended]
  // Another plan took over the day after.
  const periodStart = addDays(ended.periodEnd, 1)
  return [
    { ...coverage(random, person, 'harbor', moment), periodStart },
    { ...ended, order: 2 },
  ]
}

function coverage(random: Random, { key }: DemoPerson, payer: string, { now, today }: Moment): PlannedCoverage {
  const isPublic = payer === 'medicare' || payer === 'medicaid'
  const isChecked = random.chance(0.65)
  const letters =
    payers
      .find((one) => one.key === payer)
      ?.name.slice(0, 2)
      .toUpperCase() ?? ''
  return {
    patient: key,
    payer,
    planName: random.pick(plansOf(payer)).name,
    memberId: `${letters}${random.between(100_000_000, 999_999_999)}`,
    groupNumber: isPublic ? null : `G-${random.between(1000, 9999)}`,
    relationship: 'self',
    subscriberName: null,
    periodStart: `${Number(today.slice(0, 4)) - random.between(1, 6)}-01-01`,
    periodEnd: null,
    order: 1,
    copayCents: isPublic ? random.pick([0, 0, 300]) : random.pick([1500, 2000, 2500, 2500, 3000, 4000]),
    checkedAt: isChecked ? iso(now - random.between(1, 120) * dayMs - random.between(0, 120) * minuteMs) : null,
    checkedSource: isChecked ? random.pick(['card', 'payer-site'] as const) : null,
  }
}
