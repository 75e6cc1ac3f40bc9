import type { ShareTable } from './shares.ts'

/** The share of one day of the year when all are alike. */
export const oneDay = 1 / 365

const two = (number: number): string => String(number).padStart(2, '0')

/**
 * Shares of days that are written down when nobody knows better, in the community where that is commonest. The first of
 * January is the birthday of most who came as refugees from Somalia, Afghanistan or South Sudan; the first of July, the
 * last of December and the middle of the year stand for "some time that year"; the first, the fifteenth and days like
 * 3 March for "some time that month".
 */
const within: ReadonlyMap<string, number> = new Map([
  ...months((month) => [
    [`${month}-01`, 0.012],
    [`${month}-15`, 0.006],
    [`${month}-${month}`, 0.006],
  ]),
  ['12-31', 0.02],
  ['06-15', 0.012],
  ['06-30', 0.012],
  ['07-01', 0.04],
  ['01-01', 0.4],
])

function months(of: (month: string) => [string, number][]): [string, number][] {
  return Array.from({ length: 12 }, (_, at) => of(two(at + 1))).flat()
}

/** Days from this share on are those that a whole family has. */
export const dayOfFamilies = 0.03

/** The share of a day, `MM-DD`, among the people of a community that has it most. */
export function shareWithin(day: string): number {
  return within.get(day) ?? oneDay
}

/** The part of all people whose day is such a default. */
const partOfAll = 1 / 8

/** Shares of days of the year among all, for when no set is at hand. */
export const usualDays: ShareTable = {
  of: new Map([...within].map(([day, share]) => [day, oneDay + (share - oneDay) * partOfAll])),
  rest: oneDay,
}
