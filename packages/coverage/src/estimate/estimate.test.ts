import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EstimateDraft, missingContents, totalsOf } from './contents.ts'
import { addBusinessDays, businessDaysBetween, estimateDuty, isDisputable, isWeekday } from './duty.ts'
import { requiredStatements } from './statements.ts'

/** With Thanksgiving and Christmas of 2026, and without Veterans Day, so that a week is five days. */
const isOpen = (date: string): boolean => isWeekday(date) && date !== '2026-11-26' && date !== '2026-12-25'

describe('until when an estimate is due (45 CFR 149.610(b)(1))', () => {
  const booked = (on: string, serviceDate: string) => estimateDuty({ cause: 'booked', on, serviceDate }, isOpen)

  test('booked ten business days ahead: three; nine: one; two: none', () => {
    // Monday 9 November: the tenth business day after is Monday the 23rd.
    expect(booked('2026-11-09', '2026-11-23')).toEqual({ dueOn: '2026-11-12', paragraph: '(vi)(B)' })
    expect(booked('2026-11-09', '2026-11-20')).toEqual({ dueOn: '2026-11-10', paragraph: '(vi)(A)' })
    expect(booked('2026-11-09', '2026-11-12')).toEqual({ dueOn: '2026-11-10', paragraph: '(vi)(A)' })
    expect(booked('2026-11-09', '2026-11-11')).toBeNull()
  })

  test('a weekend and a holiday are no business days', () => {
    expect(booked('2026-11-25', '2026-12-01')).toEqual({ dueOn: '2026-11-27', paragraph: '(vi)(A)' })
    expect(businessDaysBetween('2026-11-25', '2026-11-30', isOpen)).toBe(2)
    expect(booked('2026-11-25', '2026-11-30')).toBeNull()
    // Booked on a Saturday.
    expect(booked('2026-11-14', '2026-11-19')).toEqual({ dueOn: '2026-11-16', paragraph: '(vi)(A)' })
  })

  test('a visit years ahead costs no more days looked at than one ten business days ahead', () => {
    let looks = 0
    const counted = (date: string): boolean => {
      looks++
      return isOpen(date)
    }
    const farAhead = estimateDuty({ cause: 'booked', on: '2026-11-09', serviceDate: '2036-11-10' }, counted)
    expect(farAhead).toEqual({ dueOn: '2026-11-12', paragraph: '(vi)(B)' })
    expect(looks).toBeLessThan(20)
  })

  test('asked for: three business days; changed: the business day before, if there is one left', () => {
    expect(estimateDuty({ cause: 'requested', on: '2026-11-24', serviceDate: null }, isOpen)?.dueOn).toBe('2026-11-30')
    const changed = (on: string) => estimateDuty({ cause: 'changed', on, serviceDate: '2026-11-27' }, isOpen)
    expect(changed('2026-11-25')).toEqual({ dueOn: '2026-11-25', paragraph: '(vii)' })
    expect(changed('2026-11-26')).toBeNull()
  })

  test('going on by business days lands on one, and counts back', () => {
    const date = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-06-01', days))
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const there = addBusinessDays(from, days, isOpen)
        expect(isOpen(there)).toBe(true)
        expect(businessDaysBetween(from, there, isOpen)).toBe(days)
      }),
    )
  })
})

function addDays(date: string, days: number): string {
  return addBusinessDays(date, days, () => true)
}

test('$400 more can be disputed, a cent less not', () => {
  expect(isDisputable(100_000, 140_000)).toBe(true)
  expect(isDisputable(100_000, 139_999)).toBe(false)
})

describe('what it holds', () => {
  const draft: EstimateDraft = {
    patientName: 'Ada Okafor',
    birthDate: '1984-03-12',
    description: 'Knee MRI',
    serviceDate: '2026-12-08',
    providers: [
      {
        name: 'Riverside',
        npi: '1234567893',
        taxId: '12-3456789',
        place: 'Chicago, IL',
        isConvening: true,
        items: [
          { code: '73721', description: 'MRI of the knee', diagnosisCodes: [], units: 1, expectedCents: 80_000 },
          { code: '99213', description: 'Office visit', diagnosisCodes: [], units: 1, expectedCents: 20_000 },
        ],
      },
    ],
    separately: [],
  }

  test('all that is asked for, or what is missing by name', () => {
    expect(missingContents(draft)).toEqual([])
    const [provider] = draft.providers
    const other = { ...provider!, name: 'Radiologist', npi: null, isConvening: false, items: [] }
    expect(missingContents({ ...draft, birthDate: null, providers: [other] })).toEqual([
      'birth-date',
      'convening-provider',
      'items',
      'npi:Radiologist',
    ])
    expect(totalsOf(draft)).toEqual({ byProvider: [{ name: 'Riverside', cents: 100_000 }], cents: 100_000 })
  })

  test('the statements of the law, in both languages', () => {
    const statements = requiredStatements('312-555-0100')
    expect(statements.map(({ paragraph }) => paragraph)).toEqual(['(vii)', '(viii)', '(ix)', '(x)', '149.620'])
    for (const { text } of statements) expect(text.es).not.toBe(text.en)
    expect(statements[2]?.text.es).toContain('$400')
    expect(statements[2]?.text.en).toContain('120 days')
  })
})
