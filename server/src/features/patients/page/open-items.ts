import type { patients, Reply } from '@foyer/contract'
import type { MissingField } from '@foyer/patients'
import {
  checkInSteps,
  type ConsentFact,
  type CoverageFacts,
  primaryOn,
  type ReadinessItem,
  type VisitFacts,
} from '@foyer/readiness'

type OpenItem = Reply<typeof patients.readPatient>['open'][number]

export interface PersonFacts {
  readonly birthDate: string
  /** What the registration lacks. */
  readonly missing: readonly MissingField[]
  readonly deceased: boolean
  /** A feed says something else than the desk did. */
  readonly hasProposals: boolean
  readonly today: string
  readonly coverages: readonly CoverageFacts[]
}

export interface NextVisit {
  readonly appointmentId: string
  readonly facts: VisitFacts
}

function open(code: OpenItem['code'], details: Partial<OpenItem> = {}): OpenItem {
  return { code, appointmentId: null, on: null, amountCents: null, isMadeUp: false, what: null, fields: [], ...details }
}

function codeOf(step: ReadinessItem): OpenItem['code'] | null {
  switch (step.code) {
    case 'identity':
      // Asked at the desk on the day, never open before.
      return null
    case 'registration':
      return 'registration-incomplete'
    case 'contact':
      return 'contact-stale'
    case 'coverage':
      if (step.state === 'wrong') return step.by === 'payer' ? 'coverage-inactive' : 'coverage-ended'
      return step.what === null ? 'coverage-none' : 'coverage-not-checked'
    case 'consent':
      // Each text by itself, below.
      return null
    case 'interpreter':
      return 'interpreter-not-booked'
    case 'copay':
      return 'copay-due'
  }
}

const consentCodes = {
  missing: 'consent-missing',
  changed: 'consent-changed',
  expired: 'consent-expired',
  denied: 'consent-refused',
  revoked: 'consent-refused',
} as const satisfies Record<Exclude<ConsentFact['state'], 'signed'>, OpenItem['code']>

function consentItems({ appointmentId, facts }: NextVisit): OpenItem[] {
  return facts.consents.flatMap(({ kind, state, isOpen, on }) =>
    isOpen && state !== 'signed' ? [open(consentCodes[state], { appointmentId, on, what: kind })] : [],
  )
}

function forVisit(next: NextVisit): OpenItem[] {
  const { appointmentId, facts } = next
  return checkInSteps(facts).flatMap((step) => {
    if (step.code === 'consent') return consentItems(next)
    const code = step.state === 'ready' ? null : codeOf(step)
    return code === null
      ? []
      : [
          open(code, {
            appointmentId,
            on: step.on,
            amountCents: step.amountCents,
            isMadeUp: step.isMadeUp,
            fields: step.fields as MissingField[],
          }),
        ]
  })
}

function withoutVisit({ coverages, today, missing }: PersonFacts): OpenItem[] {
  const registration = missing.length > 0 ? [open('registration-incomplete', { fields: [...missing] })] : []
  if (coverages.length === 0) return [...registration, open('coverage-none')]
  if (primaryOn(coverages, today)) return registration
  const ends = coverages.map((coverage) => coverage.periodEnd ?? '').toSorted()
  return [...registration, open('coverage-ended', { on: ends.at(-1) || null })]
}

/** What is still open for the next visit; without one, what would be for any. */
export function openItems(person: PersonFacts, next: NextVisit | null): OpenItem[] {
  if (person.deceased) return []
  return [
    ...(next ? forVisit(next) : withoutVisit(person)),
    ...(person.hasProposals ? [open('feed-proposal')] : []),
    ...(person.birthDate.length < 10 && !person.missing.includes('birthDate')
      ? [open('date-of-birth-partial', { on: person.birthDate })]
      : []),
  ]
}
