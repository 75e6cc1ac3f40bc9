import type { Drafts } from '@foyer/fhir'
import { type DraftOutcome, draftKinds, type Outcome, outcomes } from '../features/import/index.ts'
import { type FileFault, splitPath } from './import-files.ts'

export type Counts = Record<Outcome, number>

export interface Rejected {
  readonly file: string
  /** Place inside the file; empty when the whole file could not be read. */
  readonly where: string
  readonly kind: string
  readonly reason: string
}

export interface SkippedGroup {
  readonly kind: string
  readonly reason: string
  readonly count: number
}

export interface ImportReport {
  readonly organization: string
  readonly sources: readonly string[]
  readonly files: { readonly read: number; readonly unreadable: number }
  readonly counts: Readonly<Record<string, Counts>>
  readonly total: Counts
  readonly rejected: readonly Rejected[]
  readonly skipped: readonly SkippedGroup[]
  /** Of what was updated: what somebody here changed since, and is as they left it. */
  readonly left: readonly SkippedGroup[]
}

const kindOf: Readonly<Record<string, string>> = {
  Organization: 'organization',
  Location: 'location',
  Practitioner: 'practitioner',
  PractitionerRole: 'practitioner-role',
  Patient: 'patient',
  RelatedPerson: 'related-person',
  Coverage: 'coverage',
  ExplanationOfBenefit: 'claim',
  Appointment: 'appointment',
  Encounter: 'encounter',
}
const rows = [...draftKinds, 'claim', 'other', 'file']

const skipWords: Readonly<Record<Drafts['skipped'][number]['reason'], string>> = {
  'type-not-imported': 'of a type that is not imported',
  'no-resource': 'entry without a resource',
  'entered-in-error': 'entered in error',
  'no-contained-coverage': 'claim without its own coverage',
  'contact-without-name': 'contact without a name',
  duplicate: 'the same again',
  superseded: 'an older version',
}

/** Gathers what became of everything that was read. */
export function openReport(organization: string) {
  const counts = new Map<string, Counts>()
  const rejected: Rejected[] = []
  const skipped = new Map<string, SkippedGroup>()
  const left = new Map<string, SkippedGroup>()
  const sources: string[] = []
  const files = { read: 0, unreadable: 0 }

  function count(kind: string, outcome: Outcome): void {
    const row = counts.get(kind) ?? { created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }
    row[outcome]++
    counts.set(kind, row)
  }
  function skip(kind: string, reason: string): void {
    count(kind, 'skipped')
    group(skipped, kind, reason)
  }
  function group(groups: Map<string, SkippedGroup>, kind: string, reason: string): void {
    const before = groups.get(`${kind} ${reason}`)
    groups.set(`${kind} ${reason}`, { kind, reason, count: (before?.count ?? 0) + 1 })
  }
  function reject(kind: string, path: string, reason: string): void {
    count(kind, 'rejected')
    rejected.push({ ...splitPath(path), kind, reason })
  }

  return {
    read: () => void files.read++,
    unreadable: ({ file, reason }: FileFault) => {
      files.unreadable++
      count('file', 'rejected')
      rejected.push({ file, where: '', kind: 'file', reason })
    },
    source: (name: string) => void sources.push(name),
    leftOut: (drafts: Drafts) => {
      for (const one of drafts.skipped) skip(kindOf[one.resourceType] ?? 'other', skipWords[one.reason])
      for (const one of drafts.rejected) reject(kindOf[one.resourceType] ?? 'other', one.path, one.text)
    },
    settled: (answers: readonly DraftOutcome[]) => {
      for (const { kind, path, outcome, reason } of answers) {
        if (outcome === 'skipped') skip(kind, reason ?? '')
        else if (outcome === 'rejected') reject(kind, path, reason ?? '')
        else {
          count(kind, outcome)
          if (reason !== null) group(left, kind, reason)
        }
      }
    },
    report: (): ImportReport => {
      const listed = rows.flatMap((kind) => {
        const row = counts.get(kind)
        return row ? [[kind, row] as const] : []
      })
      const total = { created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }
      for (const [, row] of listed) for (const outcome of outcomes) total[outcome] += row[outcome]
      return {
        organization,
        sources,
        files,
        counts: Object.fromEntries(listed),
        total,
        rejected,
        skipped: [...skipped.values()],
        left: [...left.values()],
      }
    },
  }
}

/** The report as a table, then a line for every rejection, for a person to read. */
export function reportInWords(report: ImportReport): string {
  const line = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(18) + cells.map((cell) => String(cell).padStart(10)).join('')
  const cellsOf = (row: Counts): number[] => outcomes.map((outcome) => row[outcome])
  return [
    line('', outcomes),
    ...Object.entries(report.counts).map(([kind, row]) => line(kind, cellsOf(row))),
    line('total', cellsOf(report.total)),
    ...(report.skipped.length > 0 ? ['', 'Skipped'] : []),
    ...report.skipped.map(({ kind, reason, count }) => `  ${count} × ${kind}: ${reason}`),
    ...(report.left.length > 0 ? ['', 'Updated in part'] : []),
    ...report.left.map(({ kind, reason, count }) => `  ${count} × ${kind}: ${reason}`),
    ...(report.rejected.length > 0 ? ['', 'Rejected'] : []),
    ...report.rejected.map(({ file, where, reason }) => `  ${file}${where ? ` (${where})` : ''}: ${reason}`),
  ].join('\n')
}
