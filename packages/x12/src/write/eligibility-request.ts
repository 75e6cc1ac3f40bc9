import { type Days, daysOf, type WrittenSegment, type WrittenSet } from './element.ts'
import { heading, type Headed } from './heading.ts'
import {
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

/** What a 270 asks. */
export interface EligibilityRequest extends Headed {
  readonly payer: Organization
  readonly provider: Organization | Person
  readonly subscriber: Member & { readonly groupNumber?: string | undefined }
  /** The patient, where it is not the subscriber. */
  readonly dependent?: Member | undefined
  readonly trace?: { readonly number: string; readonly originId: string } | undefined
  readonly service: Days
  /** EQ01; `30` asks for all. */
  readonly serviceTypes: readonly string[]
}

/** 270 of 005010X279A1. */
export function eligibilityRequest(request: EligibilityRequest): WrittenSet {
  const { subscriber, dependent, trace, service, serviceTypes } = request
  const traced: readonly WrittenSegment[] = trace ? [['TRN', '1', trace.number, trace.originId]] : []
  const asked: readonly WrittenSegment[] = [daysOf('291', service), ['EQ', { repeat: serviceTypes }]]
  return {
    functionalId: 'HS',
    code: '270',
    version: '005010X279A1',
    segments: [
      heading('0022', '13', request),
      level(1, null, '20', true),
      organizationName('PR', request.payer),
      level(2, 1, '21', true),
      partyName('1P', request.provider),
      level(3, 2, '22', dependent !== undefined),
      ...(dependent ? [] : traced),
      personName('IL', subscriber),
      ...reference('6P', subscriber.groupNumber),
      ...addressOf(subscriber),
      ...demographicsOf(subscriber),
      ...(dependent
        ? [
            level(4, 3, '23', false),
            ...traced,
            personName('03', dependent),
            ...addressOf(dependent),
            ...demographicsOf(dependent),
          ]
        : []),
      ...asked,
    ],
  }
}
