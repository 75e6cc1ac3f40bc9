import { keepFindable } from '../../features/patients/search/keys/keep-findable.ts'
import type { Filling } from './filling.ts'

/** Two records of one person, and what is kept about them. */
export async function fillPeople(filling: Filling, known: { readonly payerId: string }) {
  const { db, id, now, end, staffId } = filling
  const made = {
    patientId: id(),
    secondId: id(),
    mergeId: id(),
    coverageId: id(),
    checkId: id(),
    otherId: id(),
    decisionId: id(),
    openingId: id(),
    consentTextId: id(),
    consentId: id(),
    nameId: id(),
    placeId: id(),
    proposalId: id(),
    requestId: id(),
    documentId: id(),
    relatedPersonId: id(),
    authorityId: id(),
    runId: id(),
  }
  await db
    .insertInto('patient')
    .values({
      id: made.patientId,
      mrn: '00419999',
      given: 'Zyxwvut',
      family: 'Quorlbaum',
      birth_date: '1961-03-14',
      search_name: ' zyxwvut quorlbaum',
    })
    .execute()
  await db
    .insertInto('patient')
    .values({
      id: made.secondId,
      mrn: '00419998',
      given: 'Zyxwvut',
      family: 'Quorlbaum',
      birth_date: '1961-03-14',
      search_name: ' zyxwvut quorlbaum',
    })
    .execute()
  const [first = '', second = ''] = [made.patientId, made.secondId].toSorted()
  await db
    .insertInto('duplicate_pair')
    .values({
      first_id: first,
      second_id: second,
      log_odds: 5,
      evidence: '[]',
      found_at: now.toString(),
    })
    .execute()
  await db
    .insertInto('patient_merge')
    .values({
      id: made.mergeId,
      survivor_id: made.patientId,
      merged_id: made.secondId,
      before: '{}',
      followed: '{}',
      merged_at: now.toString(),
      merged_by: staffId,
      undone_at: now.toString(),
    })
    .execute()
  await db
    .insertInto('contact_point')
    .values({
      id: id(),
      patient_id: made.patientId,
      system: 'phone',
      value: '+13125550134',
      search_value: '43105552131',
    })
    .execute()
  await db
    .insertInto('patient_name')
    .values({ id: made.nameId, patient_id: made.patientId, use: 'old', given: 'Zyxwvut', family: 'Quorlbaum' })
    .execute()
  await db
    .insertInto('patient_address')
    .values({
      id: made.placeId,
      patient_id: made.patientId,
      use: 'work',
      address: JSON.stringify({ line: 'Zyxwvut 1', city: 'Springfield', state: 'IL', postalCode: '62701' }),
    })
    .execute()
  await keepFindable(db, [made.patientId])
  await db
    .insertInto('import_run')
    .values({
      id: made.runId,
      file_name: 'Zyxwvut.csv',
      mapping: '{}',
      rows: 1,
      state: 'done',
      started_at: now.toString(),
      started_by: staffId,
    })
    .execute()
  await db
    .insertInto('import_row')
    .values({ run_id: made.runId, line: 2, outcome: 'created', patient_id: made.patientId })
    .execute()
  await db
    .insertInto('coverage')
    .values({ id: made.coverageId, patient_id: made.patientId, payer_id: known.payerId })
    .execute()
  for (const checkId of [made.checkId, made.otherId])
    await db
      .insertInto('eligibility_check')
      .values({
        id: checkId,
        patient_id: made.patientId,
        coverage_id: made.coverageId,
        payer_id: known.payerId,
        service_date: now.toString().slice(0, 10),
        service_types: ['30'],
        reason: 'by-hand',
        asked_at: now.toString(),
        state: 'failed',
        failure: 'not-understood',
        response: 'Zyxwvut Quorlbaum',
      })
      .execute()
  await db
    .insertInto('coverage_order_decision')
    .values({
      id: made.decisionId,
      patient_id: made.patientId,
      coverage_ids: [made.coverageId],
      reason: 'Zyxwvut',
      decided_at: now.toString(),
      decided_by: staffId,
    })
    .execute()
  await db
    .insertInto('coverage_order_fact')
    .values({ id: id(), patient_id: made.patientId, noted_at: now.toString(), parents_live: 'apart' })
    .execute()
  await db
    .insertInto('msp_answer')
    .values({
      id: id(),
      patient_id: made.patientId,
      answered_on: '2026-11-01',
      answers: '{}',
      medicare: 'primary',
      due_again_on: '2027-01-30',
    })
    .execute()
  await db
    .insertInto('break_glass')
    .values({
      id: made.openingId,
      patient_id: made.patientId,
      staff_id: staffId,
      reason: 'other',
      remarks: 'Zyxwvut',
      opened_at: now.toString(),
      until: end,
    })
    .execute()
  await db
    .insertInto('related_person')
    .values({ id: made.relatedPersonId, patient_id: made.patientId, name: 'Zyxwvut Quorlbaum', relationship: 'mother' })
    .execute()
  await db
    .insertInto('authority')
    .values({
      id: made.authorityId,
      patient_id: made.patientId,
      related_person_id: made.relatedPersonId,
      kind: 'may-know',
      period_start: '2020-01-01',
    })
    .execute()
  await db
    .insertInto('consent_text')
    .values({
      id: made.consentTextId,
      kind: 'financial',
      version: 1,
      language: 'en',
      title: 'Quorlbaum',
      body: 'Quorlbaum',
      body_hash: Buffer.from('00', 'hex'),
      scope: 'Quorlbaum',
      effective_from: '2026-01-01',
    })
    .execute()
  await db
    .insertInto('consent')
    .values({
      id: made.consentId,
      patient_id: made.patientId,
      consent_text_id: made.consentTextId,
      decision: 'permit',
      signed_at: now.toString(),
      signed_by_name: 'Zyxwvut',
      signed_with: 'paper',
    })
    .execute()
  await db
    .insertInto('change_proposal')
    .values({
      id: made.proposalId,
      patient_id: made.patientId,
      source: 'Quorlbaum',
      field: 'family',
      proposed: JSON.stringify('Zyxwvut'),
      received_at: now.toString(),
    })
    .execute()
  await db
    .insertInto('patient_change')
    .values({
      patient_id: made.patientId,
      field: 'family',
      before: JSON.stringify('Zyxwvut'),
      after: JSON.stringify('Quorlbaum'),
      at: now.toString(),
      actor_name: 'Zyxwvut',
    })
    .execute()
  await db
    .insertInto('document')
    .values({
      id: made.documentId,
      patient_id: made.patientId,
      sealed_for: made.patientId,
      type: 'letter',
      title: 'Zyxwvut letter',
      content_type: 'application/pdf',
      bytes: 9,
      created_at: now.toString(),
    })
    .execute()
  await db
    .insertInto('access_request')
    .values({
      id: made.requestId,
      patient_id: made.patientId,
      by_patient: true,
      asked_by_name: 'Zyxwvut',
      identity_check: 'known',
      form: 'pdf',
      language: 'en',
      requested_on: '2026-11-01',
      due_on: '2026-12-01',
    })
    .execute()
  return made
}
