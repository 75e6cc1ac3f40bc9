import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Rejection } from './draft.ts'
import { readDocument } from './read-document.ts'
import { toDrafts } from './to-drafts.ts'

const root = fileURLToPath(new URL('../../../../shared/data/fhir', import.meta.url))

type Count = { drafts: Record<string, number>; skipped: Record<string, number>; rejected: string[] }

function readFolder(folder: string): Count {
  const count: Count = { drafts: {}, skipped: {}, rejected: [] }
  for (const name of readdirSync(join(root, folder)).toSorted()) {
    const read = readDocument(readFileSync(join(root, folder, name), 'utf8'))
    if (!read.ok) throw new Error(`${name}: ${read.error.text}`)
    const { drafts, rejected, skipped } = toDrafts(read.value, { source: folder })
    for (const { kind } of drafts) count.drafts[kind] = (count.drafts[kind] ?? 0) + 1
    for (const { reason } of skipped) count.skipped[reason] = (count.skipped[reason] ?? 0) + 1
    count.rejected.push(...rejected.map((found: Rejection) => `${name} ${found.code}`))
  }
  return count
}

function sharedTest(folder: string, expected: Count): void {
  const there = existsSync(join(root, folder))
  test.skipIf(!there)(`shared data fhir/${folder}${there ? '' : ' (absent, skipped)'}`, () => {
    expect(readFolder(folder)).toEqual(expected)
  })
}

/**
 * 28 patients in 28 bundles, 141 organizations and practitioners over all 30 files. 256 claims name 31 coverages: 25
 * patients have one payer, 3 went from private to medicare; the other 225 claims repeat them.
 */
sharedTest('synthea', {
  drafts: { patient: 28, organization: 141, practitioner: 141, encounter: 256, coverage: 31 },
  // 111 Condition, 55 MedicationRequest, 311 Claim, 103 Procedure, 28 CarePlan, 1767 Observation, 207 Immunization,
  // 123 DiagnosticReport, 10 Goal, 1 ImagingStudy
  skipped: { 'type-not-imported': 2716, duplicate: 225 },
  rejected: [],
})

/** 225 single resources and 5 bundles with 11: 236, of which 22 are of types we import. */
sharedTest('us-core', {
  drafts: {
    'practitioner-role': 1,
    practitioner: 5,
    coverage: 1,
    encounter: 3,
    organization: 5,
    location: 2,
    patient: 4,
    'related-person': 1,
  },
  skipped: { 'type-not-imported': 214 },
  rejected: [],
})

/**
 * 244 files. 22 patients, of which one is a dog and three have no name. 6 locations and one contained in an encounter.
 * 5 related persons and 5 contacts of accepted patients with a name; the contact of pat1 is an employer. The two claims
 * point to coverages elsewhere.
 */
sharedTest('official-examples', {
  drafts: {
    appointment: 3,
    coverage: 4,
    encounter: 10,
    location: 7,
    organization: 13,
    patient: 18,
    'related-person': 10,
    practitioner: 14,
    'practitioner-role': 1,
  },
  skipped: { 'type-not-imported': 164, 'no-contained-coverage': 2, 'contact-without-name': 1 },
  rejected: [
    'Patient-animal.json not-a-person',
    'Patient-infant-fetal.json name-missing',
    'Patient-newborn.json name-missing',
    'Patient-proband.json name-missing',
  ],
})
