import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blockKeys, blockKeysVersion, foldName, keysVersion, personKeys, prepare, searchName } from '@foyer/patients'
import type pg from 'pg'
import { type Invented, people } from './people.ts'

const PIECE = 1 << 20
/** Of the people who are invented: with it they are the same again. */
export const SEED = 1

/** A text file for `copy`, one line a row. */
function copyFile(path: string) {
  const file = openSync(path, 'w', 0o644)
  let text = ''
  const flush = (): void => {
    writeSync(file, text)
    text = ''
  }
  return {
    write(columns: readonly (string | null)[]): void {
      text += `${columns.map((one) => one ?? '\\N').join('\t')}\n`
      if (text.length > PIECE) flush()
    },
    close(): void {
      flush()
      closeSync(file)
    },
  }
}

function idOf(at: number): string {
  return `0b000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`
}

/** Puts so many invented people with a phone, an e-mail and their keys beside the demo practice's; answers them. */
export async function loadPeople(
  database: pg.Pool,
  count: number,
  note: (text: string) => void,
): Promise<readonly Invented[]> {
  const folder = mkdtempSync(join(tmpdir(), '.foyer-people-'))
  // PostgreSQL, which may run as somebody else, reads the files itself.
  chmodSync(folder, 0o755)
  try {
    const paths = {
      patient: join(folder, 'patient'),
      contact: join(folder, 'contact'),
      key: join(folder, 'key'),
      match: join(folder, 'match'),
    }
    const all = writeFiles(count, paths)
    note('Loading them …')
    await copyAll(database, paths)
    return all
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeFiles(
  count: number,
  paths: Readonly<Record<'patient' | 'contact' | 'key' | 'match', string>>,
): readonly Invented[] {
  const files = {
    patient: copyFile(paths.patient),
    contact: copyFile(paths.contact),
    key: copyFile(paths.key),
    match: copyFile(paths.match),
  }
  const all: Invented[] = []
  for (const one of people(count, SEED)) {
    const id = idOf(all.length)
    const { mrn, given, middle, family, birthDate, phone, email } = one
    const words = searchName({ given, family, middle: middle ?? undefined })
    files.patient.write([id, mrn, given, middle, family, birthDate, ` ${words}`])
    const contact = (system: string, value: string, searched: string, at: number): void =>
      files.contact.write([idOf(all.length * 2 + at), id, system, value, searched])
    contact('phone', phone, [...phone.replace(/\D/g, '')].toReversed().join(''), 0)
    if (email !== null) contact('email', email, email, 1)
    const keys = personKeys({
      words: foldName(words).split(' '),
      names: [{ given, family, middle: middle ?? undefined }],
      birthDate,
      phones: [phone],
      emails: email === null ? [] : [email],
      identifiers: [mrn],
    })
    files.key.write([id, String(keysVersion), `{${keys.join()}}`])
    const held = prepare({
      name: { given, family, middle: middle ?? undefined },
      birthDate,
      phones: [phone],
      emails: email === null ? [] : [email],
    })
    files.match.write([id, String(blockKeysVersion), `{${blockKeys(held).join()}}`])
    all.push(one)
  }
  for (const file of Object.values(files)) file.close()
  return all
}

async function copyAll(
  database: pg.Pool,
  paths: Readonly<Record<'patient' | 'contact' | 'key' | 'match', string>>,
): Promise<void> {
  const client = await database.connect()
  try {
    // Rows that were just made for one another need no look at their keys, and an index is faster made at the end.
    await client.query('set session_replication_role = replica')
    await client.query("set maintenance_work_mem = '512MB'")
    const { rows } = await client.query<{ name: string; text: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text from pg_index i
       join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
       where m.amname = 'gin' and i.indrelid in ('patient'::regclass, 'patient_key'::regclass, 'match_key'::regclass)`,
    )
    for (const { name } of rows) await client.query(`drop index ${name}`)
    await client.query(`copy patient (id, mrn, given, middle, family, birth_date, search_name) from '${paths.patient}'`)
    await client.query(`copy contact_point (id, patient_id, system, value, search_value) from '${paths.contact}'`)
    await client.query(`copy patient_key (patient_id, version, keys) from '${paths.key}'`)
    await client.query(`copy match_key (patient_id, version, keys) from '${paths.match}'`)
    for (const { text } of rows) await client.query(text)
    await client.query('vacuum (analyze) patient')
    await client.query('vacuum (analyze) patient_key')
    await client.query('vacuum (analyze) match_key')
    await client.query('analyze contact_point')
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
}
