import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderOf } from './order-of.ts'
import type { PayingFor, Policy } from './policy.ts'

const group: Policy = {
  id: 'group',
  payerKind: 'commercial',
  relationship: 'self',
  subscriber: { birthday: '05-01', employment: 'current', employerSize: 500 },
  isContinuation: false,
  since: '2020-01-01',
}
const medicare: Policy = {
  ...group,
  id: 'medicare',
  payerKind: 'medicare',
  subscriber: { birthday: null, employment: null, employerSize: null },
}
const facts: PayingFor = {
  on: '2026-11-24',
  birthDate: '1955-03-12',
  cause: 'illness',
  medicareBecause: 'age',
  kidneyFailureSince: null,
  parents: { live: null, orderedPolicyId: null, custodialPolicyIds: [] },
}
const first = (policies: readonly Policy[], more: Partial<PayingFor> = {}): string => {
  const { ids, because, asks } = orderOf(policies, { ...facts, ...more })
  return `${ids.join(' ')}: ${because.join(' ')}${asks.length > 0 ? `; asks ${asks.join(' ')}` : ''}`
}
const from = (size: number | null, employment: Policy['subscriber']['employment'] = 'current'): Policy => ({
  ...group,
  subscriber: { ...group.subscriber, employment, employerSize: size },
})

describe('Medicare and the plan of an employer', () => {
  test.each([
    ['aged, 20 employees', from(20), {}, 'group medicare: working-aged'],
    ['aged, 19 employees', from(19), {}, 'medicare group: medicare-first'],
    ['aged, through the spouse’s job', { ...from(20), relationship: 'spouse' }, {}, 'group medicare: working-aged'],
    ['aged, through somebody else’s job', { ...from(20), relationship: 'other' }, {}, 'medicare group: medicare-first'],
    ['aged, through a child’s job', { ...from(500), relationship: 'child' }, {}, 'medicare group: medicare-first'],
    [
      'disabled, through the family',
      { ...from(100), relationship: 'other' },
      { medicareBecause: 'disability' },
      'group medicare: disabled',
    ],
    ['aged, retired', from(5000, 'former'), {}, 'medicare group: medicare-first'],
    ['aged, COBRA', { ...from(5000), isContinuation: true }, {}, 'medicare group: medicare-first'],
    ['disabled, 100', from(100), { medicareBecause: 'disability' }, 'group medicare: disabled'],
    ['disabled, 99', from(99), { medicareBecause: 'disability' }, 'medicare group: medicare-first'],
    ['size unknown', from(null), {}, 'group medicare: working-aged; asks employer-size'],
    ['job unknown', from(500, null), {}, 'group medicare: working-aged; asks employment'],
    [
      'young, reason unknown',
      from(500),
      { birthDate: '1990-01-01', medicareBecause: null },
      'group medicare: disabled; asks medicare-because',
    ],
  ] as [string, Policy, Partial<PayingFor>, string][])('%s', (_, policy, more, expected) => {
    expect(first([medicare, policy], more)).toBe(expected)
  })

  test('kidney failure: the group plan for thirty months to the day, even of a small employer and after the job', () => {
    const more = { medicareBecause: 'kidney-failure', kidneyFailureSince: '2024-06-01' } as const
    const small = { ...from(3, 'former'), isContinuation: true }
    expect(first([medicare, small], { ...more, on: '2026-11-30' })).toBe('group medicare: kidney-failure')
    expect(first([medicare, small], { ...more, on: '2026-12-01' })).toBe('medicare group: medicare-first')
  })
})

describe('who pays first', () => {
  const mother: Policy = {
    ...group,
    id: 'mother',
    relationship: 'child',
    subscriber: { ...group.subscriber, birthday: '03-14' },
  }
  const father: Policy = {
    ...group,
    id: 'father',
    relationship: 'child',
    subscriber: { ...group.subscriber, birthday: '11-02' },
  }
  const child = { birthDate: '2019-05-01', medicareBecause: null } as const

  test('the parent whose birthday is earlier in the year', () => {
    const parents = { ...facts.parents, live: 'together' } as const
    expect(first([father, mother], { ...child, parents })).toBe('mother father: birthday')
    const same = { ...father, subscriber: mother.subscriber, since: '2010-01-01' }
    expect(first([mother, same], { ...child, parents })).toBe('father mother: longer')
    expect(first([mother, father], child)).toBe('mother father: birthday; asks parents')
  })

  test('parents apart: the court, then where the child lives', () => {
    const parents = { live: 'apart', orderedPolicyId: null, custodialPolicyIds: ['father'] } as const
    expect(first([mother, father], { ...child, parents })).toBe('father mother: custody')
    expect(first([mother, father], { ...child, parents: { ...parents, orderedPolicyId: 'mother' } })).toBe(
      'mother father: court-order',
    )
  })

  test('parents apart, both responsible by the court or with joint custody: the birthday, and nothing to ask', () => {
    const parents = { ...facts.parents, live: 'shared' } as const
    expect(first([father, mother], { ...child, parents })).toBe('mother father: birthday')
  })

  test('apart: the parent with whom the child lives, their spouse, the other parent, their spouse', () => {
    const stepfather: Policy = { ...father, id: 'stepfather' }
    const stepmother: Policy = { ...mother, id: 'stepmother' }
    const parents = {
      live: 'apart',
      orderedPolicyId: null,
      custodialPolicyIds: ['mother', 'stepfather'],
      otherParentPolicyIds: ['father', 'stepmother'],
    } as const
    expect(first([stepmother, father, stepfather, mother], { ...child, parents })).toBe(
      'mother stepfather father stepmother: custody custody-spouse other-parent',
    )
    // The parent with whom the child lives has no plan.
    const without = { ...parents, custodialPolicyIds: [] }
    expect(first([stepmother, father], { ...child, parents: without })).toBe('father stepmother: other-parent')
    expect(first([stepmother, father], { ...child, parents: { ...without, otherParentPolicyIds: [] } })).toBe(
      'father stepmother: undecided; asks other-parent',
    )
    // Whose the third is nobody said yet.
    const unsaid = { ...parents, custodialPolicyIds: ['mother'], otherParentPolicyIds: [] }
    expect(first([mother, father, stepfather], { ...child, parents: unsaid })).toBe(
      'mother father stepfather: custody undecided; asks other-parent',
    )
  })

  test('one’s own plan before the spouse’s; a job before a pension; a continued plan last', () => {
    const spouse: Policy = { ...group, id: 'spouse', relationship: 'spouse' }
    expect(first([spouse, group])).toBe('group spouse: own-before-dependent')
    const pension: Policy = { ...from(500, 'former'), id: 'pension' }
    expect(first([pension, group])).toBe('group pension: active-before-former')
    expect(first([{ ...group, id: 'cobra', isContinuation: true, since: '2000-01-01' }, group])).toBe(
      'group cobra: continuation-last',
    )
  })

  test('Medicare between a pension’s plan and the spouse’s job: the spouse’s before one’s own', () => {
    const spouse: Policy = { ...from(50), id: 'spouse', relationship: 'spouse' }
    const pension: Policy = { ...from(500, 'former'), id: 'pension' }
    expect(first([pension, medicare, spouse])).toBe('spouse medicare pension: working-aged medicare-first')
    expect(first([pension, spouse])).toBe('pension spouse: own-before-dependent')
  })

  test('Medicaid last, TRICARE before it', () => {
    const medicaid: Policy = { ...group, id: 'medicaid', payerKind: 'medicaid' }
    const tricare: Policy = { ...group, id: 'tricare', payerKind: 'tricare' }
    expect(first([medicaid, tricare, group])).toBe('group tricare medicaid: tricare-late medicaid-last')
  })

  test('TRICARE of who serves now before Medicare, of who retired and of families after it', () => {
    const tricare = (employment: Policy['subscriber']['employment'], more: Partial<Policy> = {}): Policy => ({
      ...from(null, employment),
      id: 'tricare',
      payerKind: 'tricare',
      ...more,
    })
    const young = { birthDate: '1990-01-01', medicareBecause: 'disability' } as const
    expect(first([medicare, tricare('current')], young)).toBe('tricare medicare: active-duty')
    expect(first([medicare, tricare('former')], young)).toBe('medicare tricare: tricare-late')
    expect(first([medicare, tricare('current', { relationship: 'spouse' })], young)).toBe(
      'medicare tricare: tricare-late',
    )
    expect(first([medicare, tricare(null)], young)).toBe('medicare tricare: tricare-late; asks employment')
    expect(first([medicare, tricare(null)])).toBe('medicare tricare: tricare-late')
  })

  test('an accident goes to who insures accidents, an illness never', () => {
    const comp: Policy = { ...group, id: 'comp', payerKind: 'workers-comp' }
    const car: Policy = { ...group, id: 'car', payerKind: 'auto' }
    expect(first([group, comp], { cause: 'work' })).toBe('comp group: work')
    expect(first([group, car], { cause: 'auto' })).toBe('car group: auto')
    expect(first([comp, group])).toBe('group comp: accidents-only')
  })
})

test('the order does not depend on how the policies were written down, and holds each once', () => {
  const policies: fc.Arbitrary<Policy[]> = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      payerKind: fc.constantFrom('commercial', 'medicare', 'medicaid', 'tricare', 'workers-comp', 'auto'),
      relationship: fc.constantFrom('self', 'spouse', 'child'),
      subscriber: fc.record({
        birthday: fc.constantFrom('01-01', '06-15', null),
        employment: fc.constantFrom('current', 'former', 'none', null),
        employerSize: fc.constantFrom(10, 50, 200, null),
      }),
      isContinuation: fc.boolean(),
      since: fc.constantFrom('2020-01-01', '2024-01-01', null),
    }),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(policies, (those) => {
      const ordered = orderOf(those, facts)
      expect(orderOf(those.toReversed(), facts)).toEqual(ordered)
      expect(ordered.ids.toSorted()).toEqual(those.map(({ id }) => id).toSorted())
      const last = those.find(({ id }) => id === ordered.ids.at(-1))
      if (
        those.some(({ payerKind }) => payerKind === 'medicaid') &&
        !those.some(({ payerKind }) => ['workers-comp', 'auto'].includes(payerKind))
      ) {
        expect(last?.payerKind).toBe('medicaid')
      }
    }),
  )
})
