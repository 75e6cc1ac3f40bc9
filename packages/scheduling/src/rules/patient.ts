import { daysBetween, Temporal } from '@foyer/kernel'
import type { GapRule } from '../visit-type.ts'
import { judge, type RuleEvaluation } from './rule.ts'
import type { AnyFacts, CoveredTime } from './wish.ts'

/** What the visit type asks about the patient on the date of the visit; the search asks it of every date. */
export type PatientQuestion = {
  readonly wish: Pick<AnyFacts['wish'], 'visitType' | 'patient'>
  readonly day: Pick<AnyFacts['day'], 'date'>
}

export function patientRules(question: PatientQuestion): RuleEvaluation[] {
  return [...ageFits(question), ...sexFits(question), ...payerFits(question), ...gapHolds(question)]
}

/** On the day of the visit the patient is as old as the visit type asks, in whole years, both ends included. */
function ageFits({ wish, day: { date } }: PatientQuestion): RuleEvaluation[] {
  const { minAge = null, maxAge = null } = wish.visitType.patient ?? {}
  if (minAge === null && maxAge === null) return []
  const birthDate = wish.patient?.birthDate ?? null
  const age = birthDate === null ? null : yearsBetween(birthDate, date)
  const fits = age === null ? null : age >= (minAge ?? -Infinity) && age <= (maxAge ?? Infinity)
  return [judge({ rule: 'age', age, minAge, maxAge }, fits)]
}

/** The visit type is for people of the patient's sex (FHIR AdministrativeGender). */
function sexFits({ wish }: PatientQuestion): RuleEvaluation[] {
  const sexes = wish.visitType.patient?.sexes
  if (sexes === undefined || sexes.length === 0) return []
  const sex = wish.patient?.sex ?? 'unknown'
  return [judge({ rule: 'sex', sexes }, sexes.includes(sex) || (sex === 'unknown' ? null : false))]
}

/** Of the payers that cover the patient on the day one is allowed; without a payer, only where none has to be named. */
function payerFits({ wish, day: { date } }: PatientQuestion): RuleEvaluation[] {
  const { onlyPayerIds = [], notPayerIds = [] } = wish.visitType.patient ?? {}
  if (onlyPayerIds.length === 0 && notPayerIds.length === 0) return []
  const coverages = wish.patient?.coverages ?? null
  const payerIds = coverages && payersOn(coverages, date)
  const isAllowed = (id: string): boolean =>
    (onlyPayerIds.length === 0 || onlyPayerIds.includes(id)) && !notPayerIds.includes(id)
  const fits = payerIds === null ? null : payerIds.length === 0 ? onlyPayerIds.length === 0 : payerIds.some(isAllowed)
  return [judge({ rule: 'payer', onlyPayerIds, notPayerIds }, fits)]
}

/** Who covers the patient on a civil date. */
export function payersOn(coverages: readonly CoveredTime[], date: string): string[] {
  return coverages
    .filter(({ from, to }) => (from ?? date) <= date && date <= (to ?? date))
    .map(({ payerId }) => payerId)
}

/**
 * A visit is at least `minDays` after the patient's last one of the types the rule names, and at most `maxDays`. Where the
 * type names itself, one that is booked later keeps the least distance too. Whether there was an earlier visit elsewhere
 * nobody knows: without one `maxDays` is unknown.
 */
function gapHolds({ wish, day: { date } }: PatientQuestion): RuleEvaluation[] {
  const gap = wish.visitType.patient?.gap
  if (!gap) return []
  const { minDays = null, maxDays = null } = gap
  const fact = { rule: 'gap', minDays, maxDays } as const
  const visits = wish.patient?.visits ?? null
  if (visits === null) return [judge({ ...fact, days: null, date: null }, null)]

  const types = typesOf(gap, wish.visitType.id)
  const distances = visits
    .filter(({ visitTypeId }) => types.includes(visitTypeId))
    .map((visit) => ({ date: visit.date, days: daysBetween(visit.date, date) }))
    .sort((a, b) => Math.abs(a.days) - Math.abs(b.days))
  const earlier = distances.find(({ days }) => days >= 0)
  const later = types.includes(wish.visitType.id) ? distances.find(({ days }) => days < 0) : undefined

  const near = [earlier, later].find((each) => each && Math.abs(each.days) < (minDays ?? 0))
  if (near) return [judge({ ...fact, ...near }, false)]
  if (!earlier) return [judge({ ...fact, days: null, date: null }, maxDays === null ? true : null)]
  return [judge({ ...fact, ...earlier }, earlier.days <= (maxDays ?? Infinity))]
}

function typesOf(gap: GapRule, own: string): readonly string[] {
  return gap.afterVisitTypeIds.length === 0 ? [own] : gap.afterVisitTypeIds
}

function yearsBetween(birthDate: string, date: string): number {
  return Temporal.PlainDate.from(birthDate).until(date, { largestUnit: 'year' }).years
}
