import { expect, test } from 'vitest'
import { seededRandom } from './random.ts'

test('one seed gives one sequence, another seed another', () => {
  const draw = (seed: number) => Array.from({ length: 20 }, seededRandom(seed).next)
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})

test('numbers spread evenly, both ends of a range are reached, weights are kept', () => {
  const random = seededRandom(42)
  const dice = Array.from({ length: 6000 }, () => random.between(1, 6))
  for (const face of [1, 2, 3, 4, 5, 6]) {
    const seen = dice.filter((value) => value === face).length
    expect(seen).toBeGreaterThan(850)
    expect(seen).toBeLessThan(1150)
  }
  expect(Math.max(...dice)).toBe(6)
  const rare = Array.from({ length: 6000 }, () =>
    random.weighted([
      ['often', 9],
      ['rare', 1],
    ] as const),
  )
  expect(rare.filter((item) => item === 'rare').length).toBeGreaterThan(450)
  expect(rare.filter((item) => item === 'rare').length).toBeLessThan(750)
})
