import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CoverageFacts, checkInSteps, copayDue, type PayerAnswer, primaryOn, type VisitFacts } from './check-in.ts'
import { inForce, payingOn } from './paying.ts'

const plan: CoverageFacts = {
  payerName: 'Blue Shield',
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  order: 1,
  pinned: null,
  isForAccidents: false,
  isMedicaid: false,
  copayCents: 2500,
  checkedOn: '2026-11-23',
  answer: null,
}
const ready: VisitFacts = {
  date: '2026-11-23',
  identityConfirmed: true,
  registrationMissing: [],
  contactConfirmedOn: '2026-10-01',
  consents: [{ kind: 'treatment', state: 'signed', isOpen: false, on: '2026-02-01' }],
  interpreterNeeded: false,
  interpreterName: null,
  coverages: [plan],
  visitTypeCopayCents: 4000,
  paidCents: 2500,
}

function stateOf(facts: Partial<VisitFacts>, code: string): string | undefined {
  return checkInSteps({ ...ready, ...facts }).find((item) => item.code === code)?.state
}

test('a visit that lacks nothing, in the order of the desk', () => {
  const steps = checkInSteps(ready)
  expect(steps.map((item) => item.code)).toEqual(['identity', 'contact', 'coverage', 'consent', 'copay'])
  expect(new Set(steps.map((item) => item.state))).toEqual(new Set(['ready']))
})

test('identity is asked at every visit', () => {
  expect(stateOf({ identityConfirmed: false }, 'identity')).toBe('missing')
})

test('a registration that lacks nothing is no item; else it names what it lacks and stops nothing', () => {
  expect(stateOf({}, 'registration')).toBe(undefined)
  const steps = checkInSteps({ ...ready, registrationMissing: ['phone', 'address'] })
  expect(steps[1]).toMatchObject({ code: 'registration', state: 'missing', fields: ['phone', 'address'] })
})

test('a confirmed address is good for 90 days, over a change of clocks too', () => {
  expect(stateOf({ contactConfirmedOn: '2026-08-25' }, 'contact')).toBe('ready')
  expect(stateOf({ contactConfirmedOn: '2026-08-24' }, 'contact')).toBe('missing')
  expect(stateOf({ contactConfirmedOn: null }, 'contact')).toBe('missing')
})

test('what is open to sign is named, the first of it with its date; without any text nothing is asked', () => {
  const consents = [
    { kind: 'treatment', state: 'signed', isOpen: false, on: '2026-02-01' },
    { kind: 'privacy-notice', state: 'expired', isOpen: true, on: '2026-11-01' },
    { kind: 'financial', state: 'missing', isOpen: true, on: null },
  ] as const
  const consent = checkInSteps({ ...ready, consents }).find(({ code }) => code === 'consent')
  expect(consent).toMatchObject({ state: 'missing', on: '2026-11-01', what: 'privacy-notice financial' })
  expect(checkInSteps(ready).find(({ code }) => code === 'consent')).toMatchObject({ state: 'ready', on: '2026-02-01' })
  expect(stateOf({ consents: [] }, 'consent')).toBeUndefined()
})

test('the last day of a plan is a day of cover, the day after is not', () => {
  expect(inForce(plan, '2026-12-31')).toBe(true)
  expect(inForce(plan, '2027-01-01')).toBe(false)
  expect(inForce(plan, '2025-12-31')).toBe(false)
  expect(inForce({ ...plan, periodStart: null, periodEnd: null }, '2099-01-01')).toBe(true)
})

test('a plan that ended is wrong and says when; no plan at all is missing', () => {
  const ended = { ...plan, periodEnd: '2026-10-31' }
  const older = { ...plan, payerName: 'Old', periodEnd: '2025-10-31' }
  const item = checkInSteps({ ...ready, coverages: [older, ended] }).find(({ code }) => code === 'coverage')
  expect(item).toMatchObject({ state: 'wrong', on: '2026-10-31', what: 'Blue Shield' })
  expect(stateOf({ coverages: [] }, 'coverage')).toBe('missing')
})

test('a plan looked at before the day of the visit is looked at again', () => {
  expect(stateOf({ coverages: [{ ...plan, checkedOn: '2026-11-22' }] }, 'coverage')).toBe('missing')
  expect(stateOf({ coverages: [{ ...plan, checkedOn: null }] }, 'coverage')).toBe('missing')
})

test('the primary is the lowest order among those in force', () => {
  const second = { ...plan, order: 2, payerName: 'Second' }
  const first = { ...plan, order: 1, periodEnd: '2026-01-31' }
  expect(primaryOn([second, first], '2026-01-15')).toBe(first)
  expect(primaryOn([second, first], '2026-11-23')).toBe(second)
  expect(primaryOn([first], '2026-11-23')).toBe(null)
})

test('an interpreter who is needed and not booked is wrong', () => {
  expect(stateOf({ interpreterNeeded: true }, 'interpreter')).toBe('wrong')
  expect(stateOf({ interpreterNeeded: true, interpreterName: 'Sam' }, 'interpreter')).toBe('ready')
  expect(stateOf({}, 'interpreter')).toBe(undefined)
})

test('the plan says the copay, else the visit type, else nobody', () => {
  const due = (facts: Partial<VisitFacts>) => {
    const { dueCents, highCents, reason } = copayDue({ ...ready, ...facts })
    return [dueCents, highCents, reason]
  }
  expect(due({})).toEqual([2500, 2500, 'coverage'])
  expect(due({ coverages: [{ ...plan, copayCents: 0 }] })).toEqual([0, 0, 'coverage'])
  expect(due({ coverages: [{ ...plan, copayCents: null }] })).toEqual([4000, 4000, 'visit-type'])
  expect(due({ coverages: [], visitTypeCopayCents: null })).toEqual([0, 0, 'none'])
})

const answered = (answer: Partial<PayerAnswer>): Partial<VisitFacts> => ({
  coverages: [
    { ...plan, checkedOn: null, answer: { says: 'active', on: '2026-11-20', copay: null, isMadeUp: false, ...answer } },
  ],
})

test('what the payer says of the date of the visit makes the coverage ready or wrong, days before it', () => {
  const item = (facts: Partial<VisitFacts>) =>
    checkInSteps({ ...ready, ...facts }).find(({ code }) => code === 'coverage')
  const told = { on: '2026-11-20', what: 'Blue Shield', by: 'payer' }
  expect(item(answered({ says: 'active' }))).toMatchObject({ state: 'ready', ...told })
  expect(item(answered({ says: 'inactive' }))).toMatchObject({ state: 'wrong', ...told })
  expect(item(answered({ says: 'unclear' }))).toMatchObject({ state: 'missing', on: null, by: null })
})

test('a plan that does not pay for the visit is wrong and says so, and no copay is due as if it did', () => {
  const no: Partial<PayerAnswer> = {
    says: 'not-covered',
    copay: { lowCents: 0, highCents: 0, isMet: false, isNotCovered: true },
  }
  const steps = checkInSteps({ ...ready, ...answered(no) })
  expect(steps.find(({ code }) => code === 'coverage')).toMatchObject({
    state: 'wrong',
    by: 'payer',
    isNotCovered: true,
  })
  expect(steps.find(({ code }) => code === 'copay')).toBe(undefined)
  expect(copayDue({ ...ready, ...answered(no) })).toEqual({
    dueCents: 0,
    highCents: 0,
    reason: 'not-covered',
    isMadeUp: false,
  })
  // The next plan that the visit goes to pays for it: its copay is due.
  const [first] = answered(no).coverages ?? []
  const next = { ...plan, order: 2, copayCents: 1500 }
  expect(copayDue({ ...ready, coverages: [{ ...plan, ...first }, next] })).toMatchObject({
    dueCents: 1500,
    reason: 'coverage',
  })
})

test('a plan that has ended is wrong whatever its payer says of the day', () => {
  const [told] = answered({ says: 'active' }).coverages ?? []
  const ended = { ...plan, ...told, periodEnd: '2026-10-31' }
  expect(stateOf({ coverages: [ended] }, 'coverage')).toBe('wrong')
})

test('the copay that the payer says goes before the card; of two the lower is due; nothing once the year is met', () => {
  const due = (answer: Partial<PayerAnswer>) => copayDue({ ...ready, ...answered(answer) })
  const copay = { lowCents: 3000, highCents: 3000, isMet: false }
  expect(due({ copay })).toEqual({ dueCents: 3000, highCents: 3000, reason: 'payer', isMadeUp: false })
  expect(due({ copay: { ...copay, highCents: 4500 } })).toMatchObject({ dueCents: 3000, highCents: 4500 })
  expect(due({ copay: { ...copay, highCents: 4500 } }).reason).toBe('payer-unclear')
  expect(due({ copay: { ...copay, isMet: true } })).toEqual({
    dueCents: 0,
    highCents: 0,
    reason: 'met',
    isMadeUp: false,
  })
  // Nobody may ask anything of a Qualified Medicare Beneficiary, whatever a card says.
  expect(due({ copay: { ...copay, lowCents: 0, highCents: 0, isQmb: true } })).toMatchObject({
    dueCents: 0,
    reason: 'qmb',
  })
  const [first] = answered({ copay }).coverages ?? []
  const [later] = answered({ copay: { ...copay, lowCents: 0, highCents: 0, isQmb: true } }).coverages ?? []
  const both = (second: Partial<CoverageFacts>) =>
    copayDue({
      ...ready,
      coverages: [
        { ...plan, ...first },
        { ...plan, ...later, order: 2, ...second },
      ],
    })
  expect(both({})).toMatchObject({ dueCents: 0, reason: 'qmb' })
  expect(both({ periodEnd: '2026-10-31' })).toMatchObject({ dueCents: 3000, reason: 'payer' })
  // Of what the first plan pays for, also where the one that says so does not pay for it itself.
  const limited: PayerAnswer = {
    says: 'not-covered',
    on: '2026-11-20',
    copay: { lowCents: 0, highCents: 0, isMet: false, isQmb: true, isNotCovered: true },
    isMadeUp: false,
  }
  expect(both({ answer: limited })).toMatchObject({ dueCents: 0, reason: 'qmb' })
  expect(both({ answer: { ...limited, says: 'unclear' } })).toMatchObject({ dueCents: 3000, reason: 'payer' })
  expect(due(limited)).toMatchObject({ dueCents: 0, reason: 'not-covered' })
  const over = { ...plan, ...answered({ says: 'inactive' }).coverages?.[0] }
  expect(copayDue({ ...ready, coverages: [over, { ...plan, order: 2, answer: limited }] })).toMatchObject({
    dueCents: 4000,
    reason: 'visit-type',
  })
  expect(due({ copay: null })).toMatchObject({ dueCents: 2500, reason: 'coverage' })
  // As for anybody without a plan.
  expect(due({ says: 'inactive', copay })).toMatchObject({ dueCents: 4000, reason: 'visit-type' })
})

test('a copay names what is left; one of nothing is no item', () => {
  const copay = (facts: Partial<VisitFacts>) =>
    checkInSteps({ ...ready, ...facts }).find(({ code }) => code === 'copay')
  expect(copay({ paidCents: 1000 })).toMatchObject({ state: 'missing', amountCents: 1500 })
  expect(copay({ paidCents: 2500 })).toMatchObject({ state: 'ready', amountCents: 2500 })
  expect(copay({ coverages: [], visitTypeCopayCents: 0 })).toBe(undefined)
})

test('a copay is ready exactly when what was paid covers what is due', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20000 }), fc.integer({ min: 0, max: 20000 }), (due, paid) => {
      const facts = { coverages: [{ ...plan, copayCents: due }], paidCents: paid }
      expect(stateOf(facts, 'copay')).toBe(paid >= due ? 'ready' : 'missing')
    }),
  )
})

test('what a made-up payer says is marked as such, and what the card says is not', () => {
  const steps = (answer: Partial<PayerAnswer>) =>
    Object.fromEntries(checkInSteps({ ...ready, ...answered(answer) }).map((one) => [one.code, one.isMadeUp]))
  const copay = { lowCents: 4000, highCents: 4000, isMet: false }
  expect(steps({ isMadeUp: true, copay })).toMatchObject({ coverage: true, copay: true, contact: false })
  expect(steps({ isMadeUp: true })).toMatchObject({ coverage: true, copay: false })
  expect(steps({ copay })).toMatchObject({ coverage: false, copay: false })
})

test('a visit goes to what was pinned to it, whatever the order is today', () => {
  const family = { ...plan, payerName: 'Family', order: 1, copayCents: 6000 }
  const own = { ...plan, payerName: 'Own', order: 2, pinned: 1 }
  const coverages = [family, own]
  expect(payingOn(coverages, ready.date)).toEqual([own])
  expect(copayDue({ ...ready, coverages })).toMatchObject({ dueCents: 2500, reason: 'coverage' })
  expect(checkInSteps({ ...ready, coverages }).find(({ code }) => code === 'coverage')?.what).toBe('Own')
  const both = [{ ...family, pinned: 2 }, own]
  expect(payingOn(both, ready.date).map(({ payerName }) => payerName)).toEqual(['Own', 'Family'])
  // What was pinned and ended meanwhile pays no more; what is in force is asked until it is pinned anew.
  expect(payingOn([family, { ...own, periodEnd: '2026-11-22' }], ready.date)).toEqual([family])
})

test('for an accident nothing is asked while its insurer pays first, whatever the card of the plan says', () => {
  const insurer = { ...plan, payerName: 'Comp Mutual', isForAccidents: true, copayCents: null, order: 2 }
  const coverages = [
    { ...plan, pinned: 2 },
    { ...insurer, pinned: 1 },
  ]
  expect(copayDue({ ...ready, coverages })).toMatchObject({ dueCents: 0, highCents: 0, reason: 'accident' })
  expect(copayDue({ ...ready, coverages: [{ ...insurer, pinned: null }] })).toMatchObject({ reason: 'visit-type' })
})

test('with Medicaid active behind the first plan no copay is asked; where nobody knows that it is, as ever', () => {
  const behind = (answer: Partial<PayerAnswer>) => {
    const said: PayerAnswer = { says: 'active', on: '2026-11-20', copay: null, isMadeUp: false, ...answer }
    return copayDue({ ...ready, coverages: [plan, { ...plan, order: 2, isMedicaid: true, answer: said }] })
  }
  expect(behind({ isMadeUp: true })).toEqual({ dueCents: 0, highCents: 0, reason: 'medicaid', isMadeUp: true })
  for (const says of ['inactive', 'unclear'] as const)
    expect(behind({ says })).toMatchObject({ dueCents: 2500, reason: 'coverage' })
  // Where it pays first its own copay is asked.
  expect(copayDue({ ...ready, coverages: [{ ...plan, isMedicaid: true }] })).toMatchObject({ dueCents: 2500 })
})
