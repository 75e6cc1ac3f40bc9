import { record, restricted } from '@foyer/contract'
import type { TestClient } from '../../../platform/testing/test-app.ts'
import { valueText } from '../history/value-text.ts'

export const elm = { line: '12 Elm St', city: 'Springfield', state: 'IL', postalCode: '62701' }
export const oak = { line: '8 Oak Ave', city: 'Chicago', state: 'IL', postalCode: '60622' }

export async function detailsOf(client: TestClient, patientId: string) {
  return (await client.call(record.readRecord, { patientId })).body
}

/** What the history says, the newest first, each value as one text; what registration wrote left out. */
export async function historyOf(client: TestClient, patientId: string) {
  const { body } = await client.call(restricted.listChanges, { patientId })
  return body.changes.map(({ field, before, after }) => [field, valueText(before), valueText(after)])
}
