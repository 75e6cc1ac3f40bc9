import * as arrival from './arrival.ts'
import * as audit from './audit.ts'
import * as calls from './calls.ts'
import * as consents from './consents.ts'
import * as coverageOrder from './coverage-order.ts'
import * as documents from './documents.ts'
import * as duplicates from './duplicates.ts'
import * as eligibility from './eligibility.ts'
import type { EndpointSpec } from './endpoint.ts'
import * as estimates from './estimates.ts'
import * as feeds from './feeds.ts'
import * as live from './live.ts'
import * as measures from './measures.ts'
import * as messages from './messages.ts'
import * as patients from './patients.ts'
import * as payers from './payers.ts'
import * as payments from './payments.ts'
import * as peopleExport from './people-export.ts'
import * as peopleImport from './people-import.ts'
import * as planRestrictions from './plan-restrictions.ts'
import * as practice from './practice.ts'
import * as print from './print.ts'
import * as relatives from './relatives.ts'
import * as registration from './registration.ts'
import * as record from './record.ts'
import * as proposals from './proposals.ts'
import * as repair from './repair.ts'
import * as restricted from './restricted.ts'
import * as scheduling from './scheduling.ts'
import * as selfBooking from './self-booking.ts'
import * as session from './session.ts'

export {
  type Access,
  type Body,
  type CallInput,
  type EndpointSpec,
  isWrite,
  type Params,
  type Query,
  type Refusal,
  type Reply,
} from './endpoint.ts'
export { type LiveEvent, liveEvent } from './live.ts'
export { type Permission, permissionsOf, type ActorRole, type Role, roleMay, roles } from './roles.ts'
export {
  arrival,
  audit,
  calls,
  consents,
  coverageOrder,
  documents,
  duplicates,
  eligibility,
  estimates,
  feeds,
  live,
  measures,
  messages,
  patients,
  payers,
  payments,
  peopleExport,
  peopleImport,
  planRestrictions,
  practice,
  print,
  relatives,
  registration,
  record,
  proposals,
  repair,
  restricted,
  scheduling,
  selfBooking,
  session,
}

function isEndpoint(value: unknown): value is EndpointSpec {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value
}

/** Every endpoint by name, feature by feature. */
export const endpoints: ReadonlyMap<string, EndpointSpec & { readonly feature: string }> = new Map(
  Object.entries({
    session,
    practice,
    patients,
    restricted,
    documents,
    relatives,
    duplicates,
    proposals,
    consents,
    registration,
    record,
    'people-export': peopleExport,
    'people-import': peopleImport,
    scheduling,
    repair,
    'self-booking': selfBooking,
    arrival,
    payers,
    eligibility,
    'coverage-order': coverageOrder,
    estimates,
    payments,
    calls,
    messages,
    feeds,
    print,
    measures,
    audit,
    live,
  }).flatMap(([feature, module]) =>
    Object.entries(module)
      .filter((entry): entry is [string, EndpointSpec] => isEndpoint(entry[1]))
      .map(([name, spec]) => [name, { ...spec, feature }] as const),
  ),
)
