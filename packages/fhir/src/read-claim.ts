import { canonical } from './canonical.ts'
import { financialStatus } from './codes.ts'
import type { CoverageDraft } from './draft.ts'
import { child, children, coded, type Element, note } from './element.ts'
import { type Place, patientKey } from './place.ts'
import { policy } from './read-coverage.ts'
import { member } from './resource.ts'
import { boundary } from './when.ts'

/** A coverage seen on one claim, and the last day of that claim. */
export type ClaimCoverage = { readonly draft: CoverageDraft; readonly until: string }

/**
 * Identity of a coverage known only from claims. A claim carries no id of the policy, so patient, payor, type and
 * (where there is one) subscriber are what stays the same from claim to claim.
 */
export function claimCoverageKey(
  draft: Pick<CoverageDraft, 'patientKey' | 'payorKey' | 'payorName' | 'type' | 'subscriberId'>,
): string {
  const parts = [
    `patient=${draft.patientKey}`,
    `payor=${plain(draft.payorKey ?? draft.payorName)}`,
    `type=${plain(draft.type)}`,
    ...(draft.subscriberId === undefined ? [] : [`subscriber=${encodeURIComponent(draft.subscriberId)}`]),
  ]
  return `Coverage?${parts.join('&')}`
}

/** The coverages contained in an ExplanationOfBenefit; one that only points to a Coverage elsewhere adds nothing. */
export function readClaimCoverages(element: Element, place: Place): ClaimCoverage[] {
  const contained = children(element, 'contained').filter((inner) => member(inner.json, 'resourceType') === 'Coverage')
  if (contained.length === 0) return []
  const patient = patientKey(place, element, 'patient', child(element, 'patient'))
  if (patient.includes('#'))
    note(element, 'patient', 'reference-broken', 'is contained, so it is nobody who can be found')
  const billable = child(element, 'billablePeriod')
  const start = billable && boundary(billable, 'start')
  const until = (billable && boundary(billable, 'end')) ?? start ?? ''
  return contained.map((coverage) => {
    const said = withoutCopy(policy(coverage, place))
    if (said.payorKey === undefined && said.payorName === undefined) {
      note(coverage, 'payor', 'reference-missing', 'names nobody who pays')
    }
    const status = coded(coverage, 'status', financialStatus) ?? 'active'
    const path = `${place.resource.path}.${coverage.at}`
    const draft = { ...said, periodStart: said.periodStart ?? start, patientKey: patient, status }
    const key = claimCoverageKey(draft)
    return { draft: { ...draft, key, source: place.source, path, kind: 'coverage' }, until }
  })
}

/**
 * One coverage for all claims of a key: it starts with the earliest claim and is open, because a pause between claims
 * is not a pause in the policy. Its other details are the latest claim's. `order` puts the payer of a patient's
 * latest claim first. The answer does not depend on the order of the claims.
 */
export function collapseClaims(claims: readonly ClaimCoverage[]): CoverageDraft[] {
  const merged = [...Map.groupBy(claims, (claim) => claim.draft.key).values()].flatMap((same) => {
    const latest = same.toSorted(byRecency)[0]
    if (latest === undefined) return []
    const starts = same.flatMap((claim) => claim.draft.periodStart ?? []).toSorted()
    return [
      { draft: { ...latest.draft, path: same[0]?.draft.path ?? '', periodStart: starts[0] }, until: latest.until },
    ]
  })
  const byPatient = Map.groupBy(merged, (claim) => claim.draft.patientKey)
  const rank = new Map(
    [...byPatient.values()].flatMap((own) =>
      own.toSorted(byRecency).map((claim, index) => [claim.draft.key, index + 1]),
    ),
  )
  return merged.map(({ draft }) => ranked(draft, rank.get(draft.key)))
}

function ranked(draft: CoverageDraft, rank: number | undefined): CoverageDraft {
  return { ...draft, order: draft.order ?? rank }
}

/** A payor contained in the claim is a copy with another key in every claim; its name is what lasts. */
function withoutCopy<P extends { readonly payorKey?: string }>(said: P): P {
  return said.payorKey?.includes('#') ? { ...said, payorKey: undefined } : said
}

function byRecency(one: ClaimCoverage, other: ClaimCoverage): number {
  const order = compare(other.until, one.until)
  return order || compare(comparable(one.draft), comparable(other.draft))
}

function comparable(draft: CoverageDraft): string {
  return canonical({ ...draft, periodStart: undefined })
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function plain(value: string | undefined): string {
  return encodeURIComponent((value ?? '').trim().toLowerCase())
}
