import type { EndpointSpec } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { aPdf } from '../../features/documents/testing.ts'
import { openKeys } from '../../features/self-booking/keys.ts'
import { TEST_SECRET } from '../../platform/testing/test-secret.ts'

type Ids = Readonly<Record<string, string>>

/** Secrets of the other organization's public pages, shown under the own name. */
function publicSecrets(ids: Ids): Record<string, unknown> {
  const keys = openKeys(TEST_SECRET, 'riverside')
  return {
    token: ids['selfToken'],
    visit: keys.visitSecret(ids['appointmentId'] ?? ''),
    visitType: keys.keyOf(ids['visitTypeId'] ?? ''),
    place: keys.keyOf(ids['siteId'] ?? ''),
    given: 'Zyxwvut',
    family: 'Quorlbaum',
    phone: '+13125550134',
    language: 'en',
    mayWrite: true,
  }
}

/** Of the details of a person. */
function detailsWanted(path: string, today: string): Record<string, unknown> {
  const address = { line: '1 Elm St', city: 'Springfield', state: 'IL', postalCode: '62701' }
  const name = { given: 'Other', family: 'Person' }
  return {
    ...name,
    name,
    use: /\/places/.test(path) ? 'work' : 'old',
    keep: null,
    address,
    on: today,
    since: null,
    languages: ['en'],
    interpreterNeeded: false,
    accessibility: [],
    deceased: true,
    generalPractitioner: null,
    employer: null,
    occupation: null,
    birthDateEstimated: false,
    sex: 'unknown',
    birthSex: null,
    genderIdentity: null,
    pronouns: null,
    multipleBirth: null,
    race: null,
    ethnicity: null,
    contactPreference: null,
    contacts: [],
  }
}

function estimateWanted(path: string): Record<string, unknown> {
  return {
    pays: 'self-pay',
    cause: 'by-hand',
    how: 'hand',
    name: 'X',
    signature: { with: 'typed' },
    words: [],
    ...(path.endsWith('/withdraw') ? { reason: 'X' } : {}),
  }
}

function legWanted(ids: Ids) {
  return {
    visitTypeId: ids['visitTypeId'],
    siteId: ids['siteId'],
    start: ids['start'],
    assignments: [{ role: 'clinician', resourceId: ids['resourceId'] }],
  }
}

/** Of payers, the ways to them and prices. */
function directoryWanted(path: string, ids: Ids, today: string): Record<string, unknown> {
  if (path.endsWith('/details')) return { kind: 'commercial' }
  if (path.includes('/enrolments/')) return { transaction: '270', knownAs: 'X', state: 'active', since: today }
  if (path.startsWith('/api/payer-connections'))
    return { name: 'X', kind: 'rest', address: 'https://payer.example/', senderId: 'X', receiverId: 'X', secret: null }
  if (path.startsWith('/api/billing-providers')) return { name: 'X', npi: '1234567893', siteId: ids['siteId'] }
  if (path.startsWith('/api/fee-schedules'))
    return { name: 'X', kind: 'contract', payerId: ids['payerId'], periodStart: today, content: '99213,,90' }
  if (path === '/api/sliding-scale') return { steps: [] }
  return {}
}

/** An hour after the visit begins. */
function laterOf(ids: Ids): string {
  return Temporal.Instant.from(ids['start'] ?? '')
    .add({ hours: 1 })
    .toString()
}

/** What somebody would send who knows every id of the other organization. */
export function knowingInput(spec: EndpointSpec, ids: Ids, now: Temporal.Instant): Record<string, unknown> {
  const today = now.toZonedDateTimeISO('America/Chicago').toPlainDate().toString()
  const person = { name: { given: 'Other', family: 'Person' }, birthDate: '1990-01-01' }
  return {
    ...ids,
    date: today,
    organization: 'lakeside',
    ...(spec.path.startsWith('/api/public/') ? publicSecrets(ids) : { samePatientId: ids['patientId'] }),
    q: 'Zyxwvut',
    words: 'Zyxwvut',
    from: today,
    to: today,
    memberId: ids['patientId'],
    belongs: true,
    version: 1,
    mergedVersion: 1,
    reason: 'patient',
    step: 'identity',
    to_: 'arrived',
    source: 'card',
    amountCents: 2500,
    fileName: 'people.csv',
    bytes: 4,
    part: 0,
    content: 'AAAA',
    columns: [],
    dateOrder: 'month-first',
    nameOrder: 'given-first',
    asked: 'create',
    identifierSystem: 'x',
    method: 'card',
    secret: 'x',
    password: 'x',
    code: '000000',
    pin: '1234',
    event: 'ended',
    externalId: 'zyx-1',
    line: '1',
    assignments: [{ role: 'clinician', resourceId: ids['resourceId'] }],
    start: ids['start'],
    clinicianIds: [ids['resourceId']],
    ...person,
    ...(spec.path.includes('/record/') ? detailsWanted(spec.path, today) : {}),
    ...(spec.path.endsWith('/status') ? { from: 'booked', to: 'arrived' } : {}),
    ...(spec.path.includes('/relatives') && spec.method !== 'GET'
      ? { given: 'Other', family: 'Person', relationship: 'mother', kind: 'may-know' }
      : {}),
    ...(spec.path.endsWith('/confidential-contact') ? { wish: { ways: ['in-person'] } } : {}),
    ...(spec.path.endsWith('/take-back') ? { appointmentIds: [ids['appointmentId']] } : {}),
    ...(spec.path.endsWith('/told') ? { told: true } : {}),
    ...(spec.path.endsWith('/emancipation') ? { on: today } : {}),
    ...(spec.path === '/api/registration-rules' ? { rules: [] } : {}),
    ...(spec.path.endsWith('/break-glass') ? { reason: 'treatment' } : {}),
    ...(spec.path.endsWith('/restriction') ? { restriction: 'vip' } : {}),
    ...(spec.path.includes('/access-requests')
      ? { identityCheck: 'known', form: 'pdf', language: 'en', delivered: 'hand' }
      : {}),
    ...(spec.path.endsWith('/documents/thumbnails') ? { ids: ids['documentId'] } : {}),
    ...(spec.path.includes('/documents') && spec.method !== 'GET'
      ? { type: 'letter', title: 'X', content: aPdf().toString('base64'), source: 'desk' }
      : {}),
    ...(spec.path.endsWith('/documents/:documentId/remove') ? { reason: 'other' } : {}),
    ...(spec.path.endsWith('/review') ? { finding: 'in-order' } : {}),
    ...(spec.path.endsWith('/decline') ? { reason: 'time' } : {}),
    ...(spec.path.endsWith('/questions') ? { reason: 'by-hand' } : {}),
    ...(spec.path.endsWith('/undo') ? { from: 'booked' } : {}),
    ...(spec.path === '/api/calls' || spec.path === '/api/demo/ring' ? { from: '+13125550134' } : {}),
    ...(spec.path.startsWith('/api/resources') ? { name: 'X', kind: 'room', hours: [] } : {}),
    ...(spec.path.startsWith('/api/visit-types')
      ? {
          name: 'X',
          nameEs: 'X',
          durationMinutes: 20,
          roles: [{ role: 'clinician', kind: 'practitioner', candidates: [ids['resourceId']] }],
        }
      : {}),
    ...(spec.path.startsWith('/api/sites') && spec.method !== 'GET' ? { name: 'X', timeZone: 'America/Chicago' } : {}),
    ...(spec.path.startsWith('/api/staff')
      ? { name: 'X', email: 'x@example.org', role: 'junior', active: false, password: 'long enough to count' }
      : {}),
    ...(spec.path === '/api/blocks/:blockId/open' ? { end: '2099-01-01T00:00:00Z' } : {}),
    ...(spec.path.endsWith('/template/before') ? { before: [], after: [] } : {}),
    ...(spec.path.endsWith('/segments/:number') ? { number: 1 } : {}),
    ...(spec.path === '/api/blocks/:blockId/move'
      ? { end: laterOf(ids), to: { resourceId: ids['resourceId'], start: ids['start'], end: laterOf(ids) } }
      : {}),
    ...(spec.path === '/api/audit' || spec.path === '/api/privacy/openings' ? { from: '2020-01-01T00:00:00Z' } : {}),
    ...(spec.path === '/api/blocks/:blockId/change' ? { times: { startMinute: 0, endMinute: 60 } } : {}),
    ...(spec.path.startsWith('/api/column-sets') || spec.path === '/api/blocks'
      ? { name: 'X', resourceIds: [ids['resourceId']] }
      : { resourceIds: spec.path === '/api/repairs' ? [ids['resourceId']] : ids['resourceId'] }),
    ...(spec.path === '/api/api-keys' || spec.path === '/api/calendar-feeds' ? { name: 'X' } : {}),
    ...(spec.path.startsWith('/api/calendar-feeds/') ? { withPatients: false } : {}),
    ...(spec.path === '/api/repairs' ? { until: today } : {}),
    ...(spec.path.endsWith('/decision') ? { decision: 'not-same' } : {}),
    ...(spec.path === '/api/duplicates/compare'
      ? { given: 'Zyxwvut', family: 'Quorlbaum', birthDate: '1961-03-14' }
      : {}),
    ...(spec.path.endsWith('/decide') ? { decision: 'accepted' } : {}),
    ...(spec.path.endsWith('/answer') ? { answer: 'by-phone' } : {}),
    ...(spec.path.startsWith('/api/answers') ? { answer: 'yes' } : {}),
    ...(spec.path === '/api/exceptions' ? { startMinute: 0, endMinute: 60, kind: 'closed', reason: 'X' } : {}),
    ...(spec.path === '/api/leaves' ? { reason: 'X' } : {}),
    ...(spec.path.endsWith('/exceptions/remove') ? { exceptionIds: [ids['exceptionId']] } : {}),
    ...(spec.path.startsWith('/api/holidays')
      ? {
          name: 'X',
          country: 'US',
          year: 2026,
          holidays: [{ date: today, name: 'X', siteId: ids['siteId'] }],
        }
      : {}),
    ...(spec.path.startsWith('/api/chain-types')
      ? {
          name: 'X',
          nameEs: 'X',
          legs: [{ visitTypeId: ids['visitTypeId'] }, { visitTypeId: ids['visitTypeId'] }],
        }
      : {}),
    ...(spec.path.startsWith('/api/series')
      ? {
          rule: { unit: 'week', every: 1, from: today, atMinute: 540, count: 1 },
          occurrences: [
            { occurrence: 0, start: ids['start'], assignments: [{ role: 'clinician', resourceId: ids['resourceId'] }] },
          ],
        }
      : {}),
    ...(spec.path.startsWith('/api/chains') ? { name: 'X', legs: [legWanted(ids), legWanted(ids)] } : {}),
    ...(/\/estimates|\/pays$/.test(spec.path) ? estimateWanted(spec.path) : {}),
    ...(spec.path.endsWith('/proposals/:proposalId') ? { decision: 'taken', current: 'Quorlbaum' } : {}),
    ...(spec.path.endsWith('/close') ? { closed: true } : {}),
    ...(spec.path === '/api/consent-texts'
      ? { kind: 'treatment', language: 'en', title: 'X', body: 'X', scope: 'X', effectiveFrom: today }
      : {}),
    ...(spec.path.endsWith('/end') && spec.path.startsWith('/api/consent-texts') ? { effectiveTo: today } : {}),
    ...(spec.path.endsWith('/consents') && spec.method === 'POST' ? { decision: 'deny', signature: null } : {}),
    ...(spec.path === '/api/groups' ? { seats: 8 } : {}),
    ...(spec.path.includes('/coverage-order') ? { coverageIds: [ids['coverageId'], ids['patientId']] } : {}),
    ...(spec.path.endsWith('/cause') ? { cause: 'illness' } : {}),
    ...(spec.path.endsWith('/msp') ? { answers: {} } : {}),
    ...(spec.path.startsWith('/api/payers') ? { name: 'X' } : {}),
    ...directoryWanted(spec.path, ids, today),
    ...(spec.path === '/api/blocks' ? { startMinute: 0, endMinute: 60, reason: 'X' } : {}),
  }
}
