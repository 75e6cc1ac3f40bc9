import { diagnosesOf } from './diagnoses.ts'
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

/** What a 278 asks to be authorised. */
export interface AuthorizationRequest extends Headed {
  /** Who decides: the payer or whoever reviews for it. */
  readonly reviewer: Organization
  readonly requester: Organization | Person
  readonly subscriber: Member
  readonly dependent?: Member | undefined
  readonly trace: { readonly number: string; readonly originId: string }
  /** UM01: AR admission, HS health services, SC specialty care, IN individual. */
  readonly category: 'AR' | 'HS' | 'IN' | 'SC'
  /** UM02: I initial, R renewal, S revised, 3 cancel, 4 extension. */
  readonly kind: 'I' | 'R' | 'S' | '3' | '4'
  /** UM03, as EQ01: `1` medical care, `MH` mental health. */
  readonly serviceType?: string | undefined
  /** UM04: place of service, `11` an office. */
  readonly place?: string | undefined
  /** The number of an authorisation that this one is about. */
  readonly formerNumber?: string | undefined
  readonly event: Days
  /** ICD-10-CM without points; the first is the principal one. */
  readonly diagnoses: readonly string[]
  readonly serviceProvider?: Organization | Person | undefined
  readonly services: readonly AskedService[]
}

export interface AskedService {
  /** CPT or HCPCS. */
  readonly procedure: string
  readonly modifiers: readonly string[]
  readonly units: number
  readonly chargeCents?: number | undefined
  readonly days?: Days | undefined
}

/** 278 request of 005010X217. */
export function authorizationRequest(request: AuthorizationRequest): WrittenSet {
  const { subscriber, dependent, services } = request
  const patient = dependent ? 4 : 3
  const event = patient + 1
  return {
    functionalId: 'HI',
    code: '278',
    version: '005010X217',
    segments: [
      heading('0007', '13', request),
      level(1, null, '20', true),
      organizationName('X3', request.reviewer),
      level(2, 1, '21', true),
      partyName('1P', request.requester),
      level(3, 2, '22', true),
      personName('IL', subscriber),
      ...demographicsOf(subscriber),
      ...(dependent ? [level(4, 3, '23', true), personName('QC', dependent), ...demographicsOf(dependent)] : []),
      level(event, patient, 'EV', services.length > 0),
      ...eventOf(request),
      ...services.flatMap((service, index) => [level(event + 1 + index, event, 'SS', false), ...serviceOf(service)]),
    ],
  }
}

function eventOf(request: AuthorizationRequest): readonly WrittenSegment[] {
  const { trace, category, kind, serviceType = '', place, formerNumber, diagnoses, serviceProvider } = request
  return [
    ['TRN', '1', trace.number, trace.originId],
    ['UM', category, kind, serviceType, place === undefined ? '' : [place, 'B']],
    ...reference('BB', formerNumber),
    daysOf('AAH', request.event),
    ...diagnosesOf(diagnoses),
    ...(serviceProvider ? [partyName('SJ', serviceProvider)] : []),
  ]
}

function serviceOf({ procedure, modifiers, units, chargeCents, days }: AskedService): readonly WrittenSegment[] {
  const charge = chargeCents === undefined ? '' : amount(chargeCents)
  return [
    ...(days ? [daysOf('472', days)] : []),
    ['SV1', ['HC', procedure, ...modifiers.slice(0, 4)], charge, 'UN', String(units)],
  ]
}
