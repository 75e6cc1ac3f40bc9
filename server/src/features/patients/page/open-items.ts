import type { patients, Reply } from '@foyer/contract'
import { checkInSteps, type CoverageFacts, primaryOn, type ReadinessItem, type VisitFacts } from '@foyer/readiness'

type OpenItem = Reply<typeof patients.readPatient>['open'][number]

export interface PersonFacts {
  readonly birthDate: string
  readonly deceased: boolean
  readonly today: string
  readonly coverages: readonly CoverageFacts[]
}

export interface NextVisit {
  readonly appointmentId: string
  readonly facts: VisitFacts
}

function open(code: OpenItem['code'], details: Partial<OpenItem> = {}): OpenItem {
  return { code, appointmentId: null, on: null, amountCents: null, ...details }
}

function codeOf(step: ReadinessItem): OpenItem['code'] | null {
  switch (step.code) {
    case 'identity':
      // Asked at the desk on the day, never open before.
      return null
    case 'contact':
      return 'contact-stale'
    case 'coverage':
      if (step.state === 'wrong') return 'coverage-ended'
      return step.what === null ? 'coverage-none' : 'coverage-not-checked'
    case 'consent':
      return step.on === null ? 'consent-missing' : 'consent-expired'
    case 'interpreter':
      return 'interpreter-not-booked'
    case 'copay':
      return 'copay-due'
  }
}

function forVisit({ appointmentId, facts }: NextVisit): OpenItem[] {
  return checkInSteps(facts).flatMap((step) => {
    const code = step.state === 'ready' ? null : codeOf(step)
    return code === null ? [] : [open(code, { appointmentId, on: step.on, amountCents: step.amountCents })]
  })
}

function withoutVisit({ coverages, today }: PersonFacts): OpenItem[] {
  if (coverages.length === 0) return [open('coverage-none')]
  if (primaryOn(coverages, today)) return []
  const ends = coverages.map((coverage) => coverage.periodEnd ?? '').toSorted()
  return [open('coverage-ended', { on: ends.at(-1) || null })]
}

/** What is still open for the next visit; without one, what would be for any. */
export function openItems(person: PersonFacts, next: NextVisit | null): OpenItem[] {
  if (person.deceased) return []
  return [
    ...(next ? forVisit(next) : withoutVisit(person)),
    ...(person.birthDate.length < 10 ? [open('date-of-birth-partial', { on: person.birthDate })] : []),
  ]
}
