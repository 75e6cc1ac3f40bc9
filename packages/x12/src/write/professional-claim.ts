import { diagnosesOf } from './diagnoses.ts'
import { amount, type Days, daysOf, type WrittenSegment, type WrittenSet } from './element.ts'
import { heading, type Headed } from './heading.ts'
import {
  type Address,
  addressOf,
  demographicsOf,
  level,
  type Member,
  type Organization,
  organizationName,
  partyName,
  type Person,
  personName,
  reference,
} from './parties.ts'

/** What an 837P bills: claims of subscribers and their dependents for one billing provider. */
export interface ProfessionalClaims extends Headed {
  readonly submitter: Organization & { readonly contact: string; readonly phone: string }
  readonly receiver: Organization
  readonly provider: BillingProvider
  readonly subscribers: readonly ClaimSubscriber[]
}

export type BillingProvider = (Organization | Person) & {
  readonly address: Address
  readonly taxId: string
  readonly taxonomy?: string | undefined
}

export interface ClaimSubscriber {
  readonly member: Member
  readonly payer: Organization
  /** SBR01: P primary, S secondary, T tertiary. */
  readonly rank: 'P' | 'S' | 'T'
  /** SBR09: CI commercial, MB Medicare part B, MC Medicaid. */
  readonly filing: string
  readonly groupNumber?: string | undefined
  readonly claims: readonly ProfessionalClaim[]
  /** Patients who are not the subscriber, with their relationship (PAT01: 01 spouse, 19 child). */
  readonly dependents: readonly {
    readonly member: Member
    readonly relationship: string
    readonly claims: readonly ProfessionalClaim[]
  }[]
}

export interface ProfessionalClaim {
  /** CLM01: comes back in the 277CA and the 835. */
  readonly account: string
  readonly chargeCents: number
  readonly place: string
  /** CLM05-3: 1 original, 7 replacement, 8 void. */
  readonly frequency: '1' | '7' | '8'
  readonly payerClaimNumber?: string | undefined
  readonly authorization?: string | undefined
  readonly referral?: string | undefined
  readonly diagnoses: readonly string[]
  readonly referring?: Person | undefined
  readonly rendering?: (Person & { readonly taxonomy?: string | undefined }) | undefined
  readonly lines: readonly ClaimLine[]
}

export interface ClaimLine {
  readonly procedure: string
  readonly modifiers: readonly string[]
  readonly chargeCents: number
  readonly units: number
  /** Numbers of the claim's diagnoses, from 1. */
  readonly diagnosisPointers: readonly number[]
  readonly service: Days
  /** REF*6R: comes back in the 835. */
  readonly control?: string | undefined
}

/** 837P of 005010X222A1. */
export function professionalClaims(batch: ProfessionalClaims): WrittenSet {
  const { submitter, provider } = batch
  return {
    functionalId: 'HC',
    code: '837',
    version: '005010X222A1',
    segments: [
      heading('0019', '00', batch, 'CH'),
      organizationName('41', submitter),
      ['PER', 'IC', submitter.contact, 'TE', submitter.phone],
      organizationName('40', batch.receiver),
      level(1, null, '20', true),
      ...(provider.taxonomy === undefined ? [] : [['PRV', 'BI', 'PXC', provider.taxonomy] as const]),
      partyName('85', provider),
      ...addressOf(provider),
      ['REF', 'EI', provider.taxId],
      ...subscribersOf(batch.subscribers),
    ],
  }
}

function subscribersOf(subscribers: readonly ClaimSubscriber[]): readonly WrittenSegment[] {
  const segments: WrittenSegment[] = []
  let number = 1
  for (const subscriber of subscribers) {
    const { claims, dependents } = subscriber
    // SBR02 says whether the subscriber is the patient, so own claims and those of dependents need a level each.
    if (claims.length > 0) segments.push(level(++number, 1, '22', false), ...policyOf(subscriber, '18'))
    for (const claim of claims) segments.push(...claimOf(claim))
    if (dependents.length === 0) continue
    const parent = ++number
    segments.push(level(parent, 1, '22', true), ...policyOf(subscriber, ''))
    for (const { member, relationship, claims } of dependents) {
      segments.push(level(++number, parent, '23', false), ['PAT', relationship], personName('QC', member))
      segments.push(...addressOf(member), ...demographicsOf(member))
      for (const claim of claims) segments.push(...claimOf(claim))
    }
  }
  return segments
}

function policyOf(subscriber: ClaimSubscriber, relationship: string): readonly WrittenSegment[] {
  const { member, payer, rank, filing, groupNumber = '' } = subscriber
  return [
    ['SBR', rank, relationship, groupNumber, '', '', '', '', '', filing],
    personName('IL', member),
    ...addressOf(member),
    ...demographicsOf(member),
    organizationName('PR', payer),
  ]
}

function claimOf(claim: ProfessionalClaim): readonly WrittenSegment[] {
  const { rendering } = claim
  return [
    ['CLM', claim.account, amount(claim.chargeCents), '', '', [claim.place, 'B', claim.frequency], 'Y', 'A', 'Y', 'Y'],
    ...reference('9F', claim.referral),
    ...reference('G1', claim.authorization),
    ...reference('F8', claim.payerClaimNumber),
    ...diagnosesOf(claim.diagnoses),
    ...(claim.referring ? [personName('DN', claim.referring)] : []),
    ...(rendering ? [personName('82', rendering)] : []),
    ...(rendering?.taxonomy === undefined ? [] : [['PRV', 'PE', 'PXC', rendering.taxonomy] as const]),
    ...claim.lines.flatMap((line, index) => lineOf(line, index + 1)),
  ]
}

function lineOf(line: ClaimLine, number: number): readonly WrittenSegment[] {
  const procedure = ['HC', line.procedure, ...line.modifiers.slice(0, 4)]
  const pointers = line.diagnosisPointers.slice(0, 4).map(String)
  return [
    ['LX', String(number)],
    ['SV1', procedure, amount(line.chargeCents), 'UN', String(line.units), '', '', pointers],
    daysOf('472', line.service),
    ...reference('6R', line.control),
  ]
}
