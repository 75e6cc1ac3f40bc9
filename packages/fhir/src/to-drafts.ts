import type { CoverageDraft, Draft, Rejection, RejectionCode, Skip, SkipCode } from './draft.ts'
import { expand } from './expand.ts'
import { type Read, readResource } from './read-resource.ts'
import { directory, type Keyed } from './references.ts'
import { collapseClaims } from './read-claim.ts'
import { type FhirResource, isId, isObject, member, textMember } from './resource.ts'

export type Drafts = { readonly drafts: Draft[]; readonly rejected: Rejection[]; readonly skipped: Skip[] }

type Ledger = { drafts: Draft[]; rejected: Rejection[]; skipped: Skip[]; refusedPatients: Set<string> }

/**
 * Turns the resources of one document into what the desk imports. Every resource leaves a trace: at least one draft,
 * a rejection or a skip; claims of one coverage leave one draft and a 'duplicate' skip each. Pure, total over any
 * JSON, and the same for the same set of resources in any order (but for `path` and for two unequal versions of a
 * resource without `meta.lastUpdated`, where the last one counts). `source` names the sender and is put on every draft.
 */
export function toDrafts(entries: readonly FhirResource[], options: { readonly source: string }): Drafts {
  const ledger: Ledger = { drafts: [], rejected: [], skipped: [], refusedPatients: new Set() }
  const { resources, refused, ignored } = expand(entries)
  for (const { resource, reason } of ignored) skip(ledger, resource, reason)
  for (const { resource, code, text } of refused) reject(ledger, resource, code, text)
  const current = latest(resources, ledger)
  const known = directory(current, resources)
  const reads: { resource: Keyed; read: Read }[] = []
  for (const resource of current) {
    if (resource.hidden) continue
    const read = readResource({ resource, source: options.source, directory: known })
    const fault = read.faults[0]
    if (read.ignored !== undefined) skip(ledger, resource, read.ignored)
    else if (fault !== undefined) {
      reject(ledger, resource, fault.code, [...new Set(read.faults.map((each) => each.text))].join('; '))
      if (resource.resourceType === 'Patient') ledger.refusedPatients.add(resource.key)
    } else reads.push({ resource, read })
  }
  settle(ledger, reads)
  return { drafts: ledger.drafts, rejected: ledger.rejected, skipped: ledger.skipped }
}

/** What belongs to a patient who was rejected is rejected with them; claims are collapsed. */
function settle(ledger: Ledger, reads: readonly { resource: Keyed; read: Read }[]): void {
  const kept = reads.filter(({ resource, read }) => {
    const all: readonly Draft[] = [...read.drafts, ...read.claims.map((claim) => claim.draft)]
    const orphan = all.some((draft) => 'patientKey' in draft && ledger.refusedPatients.has(draft.patientKey ?? ''))
    if (orphan) reject(ledger, resource, 'patient-rejected', 'belongs to a patient of this file who was rejected')
    return !orphan
  })
  const coverages = new Map(collapseClaims(kept.flatMap(({ read }) => read.claims)).map((draft) => [draft.key, draft]))
  for (const { resource, read } of kept) {
    const fresh = read.claims.flatMap((claim) => take(coverages, claim.draft.key))
    if (read.claims.length > 0 && fresh.length === 0) skip(ledger, resource, 'duplicate')
    for (const draft of [...read.drafts, ...fresh]) ledger.drafts.push(draft)
    for (const path of read.nameless) ledger.skipped.push({ ...where(resource), path, reason: 'contact-without-name' })
  }
}

function take(coverages: Map<string, CoverageDraft>, key: string): CoverageDraft[] {
  const draft = coverages.get(key)
  coverages.delete(key)
  return draft === undefined ? [] : [draft]
}

/** Of several resources with one key the newest; two addresses for one key are two things nobody can tell apart. */
function latest(resources: readonly Keyed[], ledger: Ledger): Keyed[] {
  return [...Map.groupBy(resources, (resource) => resource.key).values()].flatMap((versions) => {
    const newest = versions.reduce((one, other) => (updatedAt(other) >= updatedAt(one) ? other : one))
    const differs = versions.some((version) => version !== newest && !saysTheSame(version, newest))
    const servers = new Set(versions.flatMap(({ fullUrl }) => (fullUrl?.startsWith('http') ? fullUrl : [])))
    if (differs && servers.size > 1) {
      const text = 'fullUrl differs between resources of this type and id, so they may not be the same'
      for (const version of versions) reject(ledger, version, 'identity-ambiguous', text)
      if (newest.resourceType === 'Patient') ledger.refusedPatients.add(newest.key)
      return []
    }
    for (const version of versions) {
      if (version === newest || version.hidden) continue
      skip(ledger, version, saysTheSame(version, newest) ? 'duplicate' : 'superseded')
    }
    return [newest]
  })
}

function saysTheSame(one: Keyed, other: Keyed): boolean {
  try {
    return JSON.stringify(one.resource) === JSON.stringify(other.resource)
  } catch {
    return false // nested deeper than the stack
  }
}

function updatedAt(resource: Keyed): string {
  const meta = isObject(resource.resource) ? member(resource.resource, 'meta') : undefined
  return (isObject(meta) ? textMember(meta, 'lastUpdated') : undefined) ?? ''
}

function skip(ledger: Ledger, resource: FhirResource, reason: SkipCode): void {
  ledger.skipped.push({ ...where(resource), reason })
}

function reject(ledger: Ledger, resource: FhirResource, code: RejectionCode, text: string): void {
  ledger.rejected.push({ ...where(resource), code, text: `${resource.resourceType || 'Resource'}: ${text}.` })
}

function where(resource: FhirResource): { path: string; resourceType: string; id: string | undefined } {
  return { path: resource.path, resourceType: resource.resourceType, id: isId(resource.id) ? resource.id : undefined }
}
