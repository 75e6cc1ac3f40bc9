import { amount, type Days, daysOf, type WrittenSegment, type WrittenSet } from './element.ts'
import { heading, type Headed } from './heading.ts'
import {
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

/** What a 276 asks about. */
export interface ClaimStatusRequest extends Headed {
  readonly payer: Organization
  readonly receiver: Organization | Person
  readonly provider: Organization | Person
  readonly subscriber: Member
  readonly dependent?: Member | undefined
  readonly claims: readonly AskedClaim[]
}

export interface AskedClaim {
  /** TRN02: comes back in the answer. */
  readonly trace: string
  readonly payerClaimNumber?: string | undefined
  readonly patientAccount?: string | undefined
  readonly chargeCents?: number | undefined
  readonly service?: Days | undefined
}

/** 276 of 005010X212. */
export function claimStatusRequest(request: ClaimStatusRequest): WrittenSet {
  const { subscriber, dependent } = request
  return {
    functionalId: 'HR',
    code: '276',
    version: '005010X212',
    segments: [
      heading('0010', '13', request),
      level(1, null, '20', true),
      organizationName('PR', request.payer),
      level(2, 1, '21', true),
      partyName('41', request.receiver),
      level(3, 2, '19', true),
      partyName('1P', request.provider),
      level(4, 3, '22', dependent !== undefined),
      ...(dependent ? [] : demographicsOf(subscriber)),
      personName('IL', subscriber),
      ...(dependent ? [level(5, 4, '23', false), ...demographicsOf(dependent), personName('QC', dependent)] : []),
      ...request.claims.flatMap((claim) => claimOf(claim)),
    ],
  }
}

function claimOf({
  trace,
  payerClaimNumber,
  patientAccount,
  chargeCents,
  service,
}: AskedClaim): readonly WrittenSegment[] {
  return [
    ['TRN', '1', trace],
    ...reference('1K', payerClaimNumber),
    ...reference('EJ', patientAccount),
    ...(chargeCents === undefined ? [] : [['AMT', 'T3', amount(chargeCents)] as const]),
    ...(service ? [daysOf('472', service)] : []),
  ]
}
