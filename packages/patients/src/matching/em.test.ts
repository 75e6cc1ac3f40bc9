import { expect, test } from 'vitest'
import { estimateModel, packLevels } from './em.ts'
import { fieldAt, fields } from './levels.ts'
import { defaultModel } from './model.ts'

function pattern(of: Partial<Record<(typeof fields)[number], number>>): number {
  const at = new Uint8Array(fields.length)
  for (const field of fields) at[fieldAt[field]] = of[field] ?? 0
  return packLevels(at)
}

const straight = { order: 1 }
const copy = pattern({ given: 1, family: 1, birthDate: 1, phone: 1, ...straight })
const movedCopy = pattern({ given: 3, family: 1, birthDate: 1, phone: 3, ...straight })
const namesake = pattern({ given: 1, family: 1, birthDate: 7, phone: 3, ...straight })
const other = pattern({ given: 6, family: 5, birthDate: 7, phone: 3, ...straight })

const all = 5e11
/** A million records: few copies, many namesakes, and nearly all pairs never looked at but for a sample. */
const near = new Map([
  [copy, 200_000],
  [movedCopy, 50_000],
  [namesake, 3_000_000],
  [other, 90_000_000],
])

test('one namesake among the pairs that were drawn stands for millions and makes none of them a copy', () => {
  const strangers = new Map([
    [other, all - 1e7],
    [namesake, 1e7],
  ])
  const { prior, fields: fitted } = estimateModel(near, strangers, defaultModel)
  expect(prior * all).toBeGreaterThan(240_000)
  expect(prior * all).toBeLessThan(300_000)
  expect(fitted.birthDate.m[7]).toBeLessThan(0.1)
})

test('however many namesakes there are, one person does not become whoever is called alike', () => {
  const most = new Map([...near, [namesake, 40_000_000]])
  const { fields: fitted } = estimateModel(most, new Map([[other, all]]), defaultModel)
  expect(fitted.birthDate.m[7]).toBeLessThanOrEqual(0.25)
  expect(fitted.given.m[6]).toBeLessThanOrEqual(0.12)
})

test('twins of many homes do not teach that one person has two given names', () => {
  const twins = pattern({ given: 6, family: 1, birthDate: 1, phone: 1, street: 1, ...straight })
  const siblings = pattern({ given: 6, family: 1, birthDate: 7, phone: 1, street: 1, ...straight })
  const same = pattern({ given: 1, family: 1, birthDate: 1, phone: 3, street: 3, ...straight })
  const counts = new Map([
    [same, 5_000],
    [twins, 1_200],
    [siblings, 80_000],
    [other, 5_000_000],
  ])
  const { fields: fitted } = estimateModel(counts, new Map([[other, 5e9]]), defaultModel)
  expect(fitted.given.m[6]).toBeLessThan(0.01)
})
