import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import { appointmentStatus } from './codes.ts'
import { readDocument } from './read-document.ts'
import type { FhirResource } from './resource.ts'
import { toDrafts } from './to-drafts.ts'

const types = [
  'Patient',
  'RelatedPerson',
  'Coverage',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Appointment',
  'Encounter',
  'ExplanationOfBenefit',
  'Observation',
  'constructor',
]
const fields = [
  'id name given family text telecom value system use rank period start end birthDate gender contact relationship',
  'identifier type coding code display subject patient beneficiary payor reference participant actor individual class',
  'status contained billablePeriod extension url valueCode communication language meta lastUpdated order location',
]
  .join(' ')
  .split(' ')

const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    'x',
    '2020-01',
    '#x',
    'Patient/x',
    'urn:uuid:x',
    'booked',
    'male',
    null,
    -1,
    2,
    true,
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
/** JSON that names the fields we read but puts anything into them. */
const shaped = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 5 }),
  ),
})).value
const resource = fc
  .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...fields), shaped, { maxKeys: 9 }))
  .map(([resourceType, rest]) => Object.assign({ id: 'x' }, rest, { resourceType }))
const anything = fc.oneof(
  resource,
  fc.jsonValue(),
  fc.array(fc.oneof(resource, shaped)).map((all) => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: all.map((one) => ({ fullUrl: 'urn:uuid:x', resource: one })),
  })),
)

function entriesOf(value: unknown): FhirResource[] {
  const read = readDocument(JSON.stringify(value))
  return read.ok ? read.value : []
}

test('any JSON is read, refused, drafted, rejected or skipped, never thrown at', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const entries = entriesOf(value)
      const { drafts, rejected, skipped } = toDrafts(entries, { source: 's' })
      const traces = [...drafts, ...rejected, ...skipped].map((trace) => trace.path)
      for (const entry of entries) expect(traces.some((path) => path.startsWith(entry.path))).toBe(true)
      for (const draft of drafts)
        expect(JSON.parse(canonical(draft))).toMatchObject({ kind: draft.kind, key: draft.key })
      expect(new Set(drafts.map((draft) => draft.key)).size).toBe(drafts.length)
    }),
    { numRuns: 1500 },
  )
})

test('any text is read, or refused at a place inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', '"', '\n', 'a', '<', ':') }), (text) => {
      const read = readDocument(text)
      return read.ok || read.error.line <= text.split('\n').length
    }),
  )
})

test('nesting deeper than the stack is survived', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const patient = `{"resourceType":"Patient","id":"1","name":[{"family":"A"}],"contained":${deep}}`
  const read = readDocument(`${patient}\n${patient}`)
  expect(read.ok && toDrafts(read.value, { source: 's' }).drafts).toHaveLength(1)
})

test('claims of one coverage give the same coverage in any order', () => {
  const claims = [1994, 1996, 2012, 2013, 2020].map((year, index) => ({
    resourceType: 'ExplanationOfBenefit',
    id: `eob-${index}`,
    patient: { reference: 'Patient/1' },
    billablePeriod: { start: `${year}-01-01T00:00:00Z`, end: `${year + 1}-01-01T00:00:00Z` },
    contained: [{ resourceType: 'Coverage', id: 'c', payor: [{ display: index < 3 ? 'private' : 'medicare' }] }],
  }))
  const said = (order: typeof claims) =>
    toDrafts(order.flatMap(entriesOf), { source: 's' }).drafts.map(canonical).toSorted()
  const expected = said(claims)
  expect(expected).toHaveLength(2)
  fc.assert(
    fc.property(fc.shuffledSubarray(claims, { minLength: claims.length }), (order) => {
      expect(said(order)).toEqual(expected)
    }),
  )
})

test('only a proposed, cancelled or waitlisted appointment may have no time', () => {
  const accepted = appointmentStatus.filter(
    (status) =>
      toDrafts(entriesOf({ resourceType: 'Appointment', id: '1', status }), { source: 's' }).drafts.length > 0,
  )
  expect(accepted).toEqual(['proposed', 'cancelled', 'waitlist'])
})

test('canonical text ignores the order of members, the path and the source', () => {
  const [one] = toDrafts(entriesOf({ resourceType: 'Patient', id: '1', name: [{ family: 'A', given: ['B'] }] }), {
    source: 's',
  }).drafts
  const bundle = {
    resourceType: 'Bundle',
    entry: [{ resource: { name: [{ given: ['B'], family: 'A' }], id: '1', resourceType: 'Patient' } }],
  }
  const [other] = toDrafts(entriesOf(bundle), { source: 't' }).drafts
  expect(one?.path).not.toBe(other?.path)
  expect(one && canonical(one)).toBe(other && canonical(other))
})
