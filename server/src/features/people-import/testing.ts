import { peopleImport } from '@foyer/contract'
import type { TestClient } from '../../platform/testing/test-app.ts'

/** Sends a file as a browser does and lets it be looked through. Answers the run. */
export async function sendFile(client: TestClient, content: string | Buffer, fileName = 'people.csv'): Promise<string> {
  const bytes = Buffer.from(content)
  const { id } = (await client.call(peopleImport.beginImport, { fileName, bytes: bytes.length })).body
  for (let part = 0; part * peopleImport.importPartBytes < bytes.length; part += 1)
    await client.call(peopleImport.sendImportPart, {
      runId: id,
      part,
      content: bytes
        .subarray(part * peopleImport.importPartBytes, (part + 1) * peopleImport.importPartBytes)
        .toString('base64'),
    })
  const answer = await client.call(peopleImport.inspectImport, { runId: id })
  if (answer.status !== 200) throw new Error(`the file was not taken: ${JSON.stringify(answer.refusal)}`)
  return id
}

/** Waits until the run is in one of these states. */
export async function untilState(client: TestClient, runId: string, ...states: readonly string[]) {
  for (let waited = 0; waited < 120_000; waited += 50) {
    const { body } = await client.call(peopleImport.readImport, { runId })
    if (states.includes(body.state)) return body
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error(`the run never came to ${states.join(' or ')}`)
}

export async function checked(client: TestClient, runId: string) {
  await client.call(peopleImport.checkImport, { runId })
  return untilState(client, runId, 'checked', 'failed')
}

export async function ran(client: TestClient, runId: string) {
  await checked(client, runId)
  await client.call(peopleImport.runImport, { runId })
  return untilState(client, runId, 'done', 'failed')
}

export async function undone(client: TestClient, runId: string) {
  await client.call(peopleImport.undoImport, { runId })
  return untilState(client, runId, 'undone', 'failed')
}

/** A CSV text of these rows. */
export function csv(header: string, rows: readonly string[]): string {
  return [header, ...rows].join('\r\n')
}

/** Columns of the file that `rows` invents. */
export const header = 'Last,First,Middle,DOB,Sex,Cell,E-mail,Address,City,State,Zip,MRN,Insurance,Member ID,Maiden name'

/** What bringing in and taking back together leave as it was. */
export const tables = [
  'patient',
  'contact_point',
  'patient_identifier',
  'patient_name',
  'patient_address',
  'coverage',
  'payer',
  'related_person',
  'duplicate_pair',
  'patient_key',
]

/** Spreads what is counted up, so that neighbours in a file have nothing in common. */
function spread(at: number, salt: number): number {
  let bits = Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  bits = Math.imul(bits ^ (bits >>> 13), 0x297a2d39)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** Rows of people who are nobody else; `mark` begins their family names, e-mails and numbers. */
export function rows(many: number, mark: string): string[] {
  const word = (at: number, length: number, salt: number) =>
    Array.from({ length }, (_, nth) => {
      const drawn = spread(at, salt + nth)
      return `${'bcdfghjklmnpqrstvwxz'[drawn % 20]}${'aeiou'[(drawn >>> 8) % 5]}`
    }).join('')
  return Array.from({ length: many }, (_, at) =>
    [
      `${mark}${word(at, 4, 10)}`,
      word(at, 3, 20),
      '',
      `${1 + (spread(at, 1) % 12)}/${1 + (spread(at, 2) % 28)}/${1930 + (spread(at, 3) % 75)}`,
      at % 2 ? 'F' : 'M',
      `312${2_000_000 + (spread(at, 4) % 7_999_999)}`,
      `${mark}${word(at, 4, 40)}@example.org`,
      `${1 + (spread(at, 5) % 9_000)} ${word(at, 2, 30)} St`,
      'Chicago',
      'IL',
      '60640',
      `${mark}-${spread(at, 6)}`,
      at % 3 ? '' : `${mark} Health`,
      at % 3 ? '' : `M${spread(at, 7)}`,
      at % 5 ? '' : 'Oldname',
    ].join(','),
  )
}
