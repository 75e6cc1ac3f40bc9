import { eligibility, patients, proposals, record } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCoverage, aPayer } from '../../../patients/testing.ts'
import { sandboxCast } from '../../../../payer-sandbox/index.ts'
import { systemClock } from '../../../../platform/clock.ts'
import { anAnsweredCheck, type Asking, oneOfCast, openAsking, setSaying, settled } from '../testing.ts'
import { settleAnswer } from '../work/settle.ts'
import type { ClaimedRow } from '../work/store.ts'

let asking: Asking

beforeAll(async () => {
  asking = await openAsking()
})
afterAll(() => asking.stop())

type Ids = Awaited<ReturnType<typeof oneOfCast>>

const inHmo = 'BL400100112'
const withTwoPayers = 'HA400100110'

let minutes = 0

/** The payer is asked and has answered; what it has otherwise than the record. */
async function askedOf({ patientId, coverageId }: Ids) {
  const { t, desk } = asking
  minutes += 10
  t.clock.set(Temporal.Instant.from('2026-12-02T16:00:00Z').add({ minutes }).toString())
  const { body } = await desk.call(eligibility.askPayer, { patientId, coverageId })
  await settled(asking, body.id)
  return openOf(patientId)
}

async function openOf(patientId: string) {
  const { body } = await asking.desk.call(proposals.readProposals, { patientId })
  return body.proposals.filter(({ field }) => field !== 'address')
}

async function decide(patientId: string, decision: 'taken' | 'declined') {
  const [one] = await openOf(patientId)
  if (!one) throw new Error('nothing is asked')
  return asking.desk.call(proposals.decideProposal, { patientId, proposalId: one.id, decision, current: one.current })
}

async function changeByHand(patientId: string, generalPractitioner: string) {
  const { body } = await asking.desk.call(record.readRecord, { patientId })
  const said = { patientId, version: body.version, generalPractitioner }
  expect((await asking.desk.call(record.changeGeneralPractitioner, said)).status).toBe(200)
}

async function policiesOf(patientId: string) {
  return asking.db
    .selectFrom('coverage as c')
    .innerJoin('payer as p', 'p.id', 'c.payer_id')
    .select(['p.name', 'c.member_id', 'c.group_number', 'c.relationship', 'c.period_start', 'c.coverage_order'])
    .where('c.patient_id', '=', patientId)
    .orderBy('c.coverage_order')
    .execute()
}

test('whom the plan has as primary care is asked, taken over by a person, and then asked no more', async () => {
  const grace = await oneOfCast(asking, inHmo)
  const { patientId } = grace
  expect(await askedOf(grace)).toMatchObject([
    { field: 'generalPractitioner', current: null, proposed: 'Yuki Tanaka', policy: null },
  ])
  expect((await asking.desk.call(record.readRecord, { patientId })).body.generalPractitioner).toBeNull()
  expect((await decide(patientId, 'taken')).status).toBe(200)
  expect((await asking.desk.call(record.readRecord, { patientId })).body.generalPractitioner).toBe('Yuki Tanaka')
  expect(await askedOf(grace)).toEqual([])
  await changeByHand(patientId, 'Dr. Y. Tanaka, MD')
  expect(await askedOf(grace)).toEqual([])
})

test('another primary care that was declined is not asked again', async () => {
  const grace = await oneOfCast(asking, inHmo)
  await changeByHand(grace.patientId, 'Dr. Adaeze Okafor')
  expect(await askedOf(grace)).toMatchObject([{ current: 'Dr. Adaeze Okafor', proposed: 'Yuki Tanaka' }])
  expect((await decide(grace.patientId, 'declined')).status).toBe(200)
  expect(await askedOf(grace)).toEqual([])
})

test('another payer that no policy covers is asked; one that the directory does not know is first added there', async () => {
  const ruth = await oneOfCast(asking, withTwoPayers)
  const { patientId } = ruth
  const since = '2025-01-01'
  expect(await askedOf(ruth)).toMatchObject([
    {
      field: 'coverage.another',
      current: null,
      policy: { payer: 'PRAIRIE EMPLOYERS TRUST', groupNumber: 'K5521', order: 'primary', from: since },
    },
  ])
  expect(await policiesOf(patientId)).toHaveLength(1)
  expect((await decide(patientId, 'taken')).refusal).toEqual({
    reason: 'unknown-payer',
    payer: 'PRAIRIE EMPLOYERS TRUST',
  })
  expect(await policiesOf(patientId)).toHaveLength(1)

  const payerId = await aPayer(asking.db, 'Prairie Employers Trust, Inc.')
  expect((await decide(patientId, 'taken')).status).toBe(200)
  expect(await policiesOf(patientId)).toMatchObject([
    { name: 'Blue Prairie' },
    {
      name: 'Prairie Employers Trust, Inc.',
      member_id: null,
      group_number: 'K5521',
      relationship: 'self',
      period_start: since,
    },
  ])
  expect(await askedOf(ruth)).toEqual([])
  const { body } = await asking.desk.call(patients.readPatient, { patientId })
  expect(body.coverages).toHaveLength(2)

  // A policy that ended covers nothing; the record has the same days of it already.
  await asking.db
    .updateTable('coverage')
    .set({ period_end: '2026-11-30', ended_because: 'changed' })
    .where('patient_id', '=', patientId)
    .where('payer_id', '=', payerId)
    .execute()
  expect(await askedOf(ruth)).toMatchObject([{ field: 'coverage.another' }])
  expect((await decide(patientId, 'declined')).status).toBe(200)
  expect(await askedOf(ruth)).toEqual([])
  await asking.db.updateTable('payer').set({ active: false }).where('id', '=', payerId).execute()
})

test('a policy that was declined is not asked again, whatever else the payer says of it later', async () => {
  const ruth = await oneOfCast(asking, withTwoPayers)
  await askedOf(ruth)
  expect((await decide(ruth.patientId, 'declined')).status).toBe(200)
  expect(await policiesOf(ruth.patientId)).toHaveLength(1)
  await asking.db
    .updateTable('change_proposal')
    .set({ proposed: JSON.stringify({ payer: 'PRAIRIE EMPLOYERS TRUST', from: '2019-01-01' }) })
    .where('patient_id', '=', ruth.patientId)
    .execute()
  expect(await askedOf(ruth)).toEqual([])
})

test('a policy that somebody wrote into the record meanwhile is asked no longer', async () => {
  const ruth = await oneOfCast(asking, withTwoPayers)
  const { patientId } = ruth
  const [one] = await askedOf(ruth)
  const payerId = await aPayer(asking.db, 'Prairie Employers Trust')
  const added = await asking.desk.call(patients.addCoverage, { patientId, payerId, memberId: 'P-1' })
  expect(added.status).toBe(200)
  expect(await openOf(patientId)).toEqual([])
  const late = { patientId, proposalId: one?.id ?? '', decision: 'taken', current: null } as const
  expect((await asking.desk.call(proposals.decideProposal, late)).status).toBe(404)
  expect(await policiesOf(patientId)).toHaveLength(2)
})

test('what an answer told of and a search finds is one policy, with what both know', async () => {
  const { db, desk } = asking
  const { patientId } = await oneOfCast(asking, withTwoPayers)
  const payerId = await aPayer(db, 'Great Lakes Plan')
  const told = await aCoverage(db, { patient_id: patientId, payer_id: payerId, member_id: null, group_number: 'K-1' })
  const checkId = await anAnsweredCheck(
    db,
    { patientId, coverageId: told, payerId },
    { askedAt: '2026-12-02T15:00:00Z', answeredAt: '2026-12-02T15:00:05Z', lines: ['EB*1**30'] },
  )
  await db
    .updateTable('eligibility_check')
    .set({ reason: 'discovery', coverage_id: null })
    .where('id', '=', checkId)
    .execute()
  const taken = await desk.call(eligibility.takeFoundCoverage, { patientId, checkId })
  expect(taken.body).toMatchObject({ coverageId: told })
  expect(await policiesOf(patientId)).toMatchObject([
    { name: 'Blue Prairie' },
    { name: 'Great Lakes Plan', member_id: 'BL1', group_number: 'K-1' },
  ])
})

test('told by two payers it is asked twice and added once', async () => {
  const { db, t } = asking
  const ruth = await oneOfCast(asking, withTwoPayers)
  const { patientId } = ruth
  await db.updateTable('payer').set({ active: false }).where('name', 'like', 'Prairie Employers%').execute()
  await aPayer(db, 'Prairie Employers Trust LLC')
  await askedOf(ruth)
  const row = await db
    .selectFrom('change_proposal')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('field', '=', 'coverage.another')
    .executeTakeFirstOrThrow()
  const { proposed, current: _none, ...told } = row
  const other = { ...told, id: t.clock.id(), source: 'Another Payer', proposed: JSON.stringify(proposed) }
  await db.insertInto('change_proposal').values(other).execute()
  expect(await openOf(patientId)).toMatchObject([{ policy: { knownAs: 'Prairie Employers Trust LLC' } }, {}])
  expect((await decide(patientId, 'taken')).status).toBe(200)
  expect(await openOf(patientId)).toEqual([])
  expect(await policiesOf(patientId)).toHaveLength(2)
})

/** A question about them that the payer answers with these lines. */
async function answeredWith({ patientId, coverageId }: Ids, lines: readonly string[], who: string): Promise<void> {
  const { db, t, payerId } = asking
  minutes += 1
  const at = Temporal.Instant.from('2026-12-02T20:00:00Z').add({ minutes })
  const check = {
    id: systemClock.id(),
    patient_id: patientId,
    coverage_id: coverageId,
    appointment_id: null,
    payer_id: payerId,
    service_date: '2026-12-02',
    service_types: ['30'],
    asked_at: at.toString(),
    attempts: 1,
  }
  await db
    .insertInto('eligibility_check')
    .values({ ...check, reason: 'by-hand', state: 'sent' })
    .execute()
  const row = { ...check, trace: null } as unknown as ClaimedRow
  const deps = { db, now: () => at, newId: () => t.clock.id() }
  await settleAnswer(deps, row, { set: setSaying(lines, who), response: '', hops: [] })
}

const ruth = sandboxCast.find(({ person }) => person.memberId === withTwoPayers)?.person
const ruthsName = `${ruth?.family}*${ruth?.given}`

const otherPayer = ['EB*R**30', 'REF*6P*K9', 'LS*2120', 'NM1*PRP*2*LAKE MUTUAL*****PI*LAKE1', 'LE*2120']

test('a plan that is over and names the other payer has that asked, and nothing that it may know from long ago', async () => {
  const ids = await oneOfCast(asking, withTwoPayers)
  const moved = ['N3*9 OLD ROAD', 'N4*CHICAGO*IL*60601', 'DTP*347*D8*20261031', 'EB*6**30', 'EB*L**30']
  const primary = ['LS*2120', 'NM1*P3*1*TANAKA*YUKI', 'LE*2120']
  await answeredWith(ids, [...moved, ...primary, ...otherPayer], ruthsName)
  const { body } = await asking.desk.call(proposals.readProposals, { patientId: ids.patientId })
  expect(body.proposals).toMatchObject([
    { field: 'coverage.another', policy: { payer: 'LAKE MUTUAL', groupNumber: 'K9', order: 'primary' } },
  ])
})

test('of a plan that is over the payer still knows whom it insured', async () => {
  const ids = await oneOfCast(asking, withTwoPayers)
  await answeredWith(ids, ['DMG*D8*19010101', 'DTP*347*D8*20261031', 'EB*6**30'], ruthsName)
  expect(await openOf(ids.patientId)).toMatchObject([{ field: 'birthDate', proposed: '1901-01-01' }])
  // Somebody of another name and another birth date is somebody else.
  const other = await oneOfCast(asking, withTwoPayers)
  await answeredWith(other, ['DMG*D8*19010101', 'EB*6**30', ...otherPayer], 'SOMEBODY*ELSE')
  expect(await openOf(other.patientId)).toEqual([])
})

test('so does an answer that leaves the plan unclear, and one that finds nobody proposes nothing', async () => {
  const unclear = await oneOfCast(asking, withTwoPayers)
  await answeredWith(unclear, ['DMG*D8*19010101', ...otherPayer], ruthsName)
  expect(await openOf(unclear.patientId)).toMatchObject([{ field: 'coverage.another' }])
  const nobody = await oneOfCast(asking, withTwoPayers)
  await answeredWith(nobody, ['AAA*N**75*C'], 'SOMEBODY*ELSE')
  expect(await openOf(nobody.patientId)).toEqual([])
})
