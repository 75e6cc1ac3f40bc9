import { oneDay, usualDays } from './birth-days.ts'
import type { Candidates } from './candidates.ts'
import { compareInto } from './compare.ts'
import { estimateModel, packLevels } from './em.ts'
import { fields } from './levels.ts'
import { defaultModel, type MatchModel } from './model.ts'
import type { PreparedPerson } from './prepare.ts'
import { seededRandom } from './random.ts'
import type { ShareTable } from './shares.ts'

/** Pairs looked at among the candidates and among the others; more change the chances no longer. */
const enoughCandidates = 1_000_000
const enoughOthers = 200_000

/**
 * The model that fits a set of records, without anybody saying which of them are one person: patterns of agreement are
 * counted over the candidates and over pairs drawn from all others, each standing for as many as there are, and weighed
 * out by expectation maximisation. The same set gives the same model.
 */
export function estimateFor(
  people: readonly PreparedPerson[],
  candidates: Candidates,
  start: MatchModel = defaultModel,
): MatchModel {
  const shares = {
    given: shareTable(people, 'given'),
    family: shareTable(people, 'family'),
    city: shareTable(people, 'city'),
    day: dayTable(people),
  }
  if (people.length < 2) return { ...start, shares }
  const counts = new Map<number, number>()
  const strangers = new Map<number, number>()
  const levels = new Uint8Array(fields.length)
  const count = (into: Map<number, number>, first: number, second: number, by: number): void => {
    const [a, b] = [people[first], people[second]]
    if (!a || !b) return
    compareInto(levels, a, b)
    const pattern = packLevels(levels)
    into.set(pattern, (into.get(pattern) ?? 0) + by)
  }
  const every = Math.max(1, Math.ceil(candidates.most / enoughCandidates))
  let near = 0
  for (const [first, second] of candidates.pairs(every)) {
    count(counts, first, second, every)
    near += every
  }
  const all = (people.length * (people.length - 1)) / 2
  if (!candidates.isAll && near < all) {
    const others = drawOthers(people.length, candidates, Math.min(enoughOthers, all))
    for (const [first, second] of others) count(strangers, first, second, (all - near) / others.length)
  }
  return { ...estimateModel(counts, strangers, start), shares }
}

function drawOthers(people: number, candidates: Candidates, wanted: number): readonly (readonly [number, number])[] {
  const random = seededRandom(people)
  const drawn: (readonly [number, number])[] = []
  for (let tries = 0; tries < wanted; tries++) {
    const [one, other] = [Math.floor(random() * people), Math.floor(random() * people)]
    if (one !== other && !candidates.has(Math.min(one, other), Math.max(one, other))) drawn.push([one, other])
  }
  return drawn
}

/** Days that a set has oftener than others, and those it would have had it been larger. */
function dayTable(people: readonly PreparedPerson[]): ShareTable {
  const of = new Map<string, number>()
  let total = 0
  for (const { birthDate } of people) {
    if (!birthDate || birthDate.day === 0) continue
    total++
    const day = birthDate.text.slice(5)
    of.set(day, (of.get(day) ?? 0) + 1)
  }
  const believed = people.length < fewPeople ? fewPeople : fewPeople / 10
  for (const day of new Set([...of.keys(), ...usualDays.of.keys()])) {
    const usual = usualDays.of.get(day) ?? oneDay
    of.set(day, ((of.get(day) ?? 0) + believed * usual) / (total + believed))
  }
  return { of, rest: oneDay }
}

/** Of fewer people the days say little by themselves. */
const fewPeople = 3_000

function shareTable(people: readonly PreparedPerson[], field: 'given' | 'family' | 'city'): ShareTable {
  const of = new Map<string, number>()
  let total = 0
  for (const person of people) {
    const value = person[field]?.text
    if (value === undefined) continue
    total++
    of.set(value, (of.get(value) ?? 0) + 1)
  }
  for (const [value, count] of of) of.set(value, count / total)
  return { of, rest: null }
}
