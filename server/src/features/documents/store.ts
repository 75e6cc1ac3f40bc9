import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'
import type { Part, SealedPart } from './sealing/vault.ts'

export type DocumentRow = Selectable<OrganizationTables['document']>

function lines(db: Db) {
  return db
    .selectFrom('document as d')
    .leftJoin('staff as s', 's.id', 'd.created_by')
    .leftJoin('staff as r', 'r.id', 'd.removed_by')
    .select(['d.id', 'd.type', 'd.title', 'd.content_type', 'd.bytes', 'd.width', 'd.height', 'd.created_at'])
    .select(['d.source', 'd.removed_at', 'd.removed_reason', 'd.removed_remarks'])
    .select(['s.name as created_by_name', 'r.name as removed_by_name'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('document_content as t')
            .select('t.part')
            .whereRef('t.document_id', '=', 'd.id')
            .where('t.part', '=', 'thumbnail'),
        )
        .as('has_thumbnail'),
    )
}

export type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

export interface Wanted {
  readonly type: string | null
  readonly isRemoved: boolean
}

/** The newest, at most `limit`. */
export async function selectDocuments(
  db: Db,
  patientId: string,
  wanted: Wanted,
  limit: number,
): Promise<readonly LineRow[]> {
  let query = lines(db)
    .where('d.patient_id', '=', patientId)
    .where('d.removed_at', wanted.isRemoved ? 'is not' : 'is', null)
  if (wanted.type !== null) query = query.where('d.type', '=', wanted.type)
  return query.orderBy('d.created_at', 'desc').orderBy('d.id').limit(limit).execute()
}

export async function findDocumentLine(db: Db, id: string): Promise<LineRow> {
  return lines(db).where('d.id', '=', id).executeTakeFirstOrThrow()
}

export async function findDocument(db: Db, patientId: string, id: string): Promise<DocumentRow | undefined> {
  return db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', id)
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
}

export async function findSame(db: Db, patientId: string, hash: Buffer): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('content_hash', '=', hash)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * Who adds at the same time waits: of one file there is one document. Answers the photo that was chosen, also where it is
 * removed; undefined: nobody is there.
 */
export async function lockPatient(db: Db, patientId: string) {
  return db
    .selectFrom('patient')
    .select(['id', 'photo_document_id'])
    .where('id', '=', patientId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function findPhoto(db: Db, patientId: string) {
  return db
    .selectFrom('patient')
    .leftJoin('document', (join) =>
      join.onRef('document.id', '=', 'patient.photo_document_id').on('document.removed_at', 'is', null),
    )
    .select(['patient.id', 'document.id as photo_document_id'])
    .where('patient.id', '=', patientId)
    .executeTakeFirst()
}

export async function insertDocument(db: Db, row: Insertable<OrganizationTables['document']>): Promise<void> {
  await db.insertInto('document').values(row).execute()
}

export async function insertPart(db: Db, documentId: string, part: Part, sealed: SealedPart): Promise<void> {
  await db
    .insertInto('document_content')
    .values({
      document_id: documentId,
      part,
      key_version: sealed.keyVersion,
      nonce: sealed.nonce,
      sealed: sealed.sealed,
    })
    .execute()
}

export interface StoredPart extends SealedPart {
  readonly documentId: string
  readonly contentType: string
  readonly sealedFor: string
}

/**
 * Parts of documents of this person that are shown, or of removed ones. A document whose seal names somebody else is theirs only where that
 * record leads here: a row that was moved by hand is not.
 */
export async function selectParts(
  db: Db,
  patientId: string,
  ids: readonly string[],
  part: Part,
  isRemoved = false,
): Promise<readonly StoredPart[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('document as d')
    .innerJoin('document_content as c', 'c.document_id', 'd.id')
    .select([
      'd.id as documentId',
      'd.content_type as contentType',
      'c.key_version as keyVersion',
      'c.nonce',
      'c.sealed',
    ])
    .select(sql<string>`coalesce(d.sealed_for, d.patient_id)`.as('sealedFor'))
    .where('d.patient_id', '=', patientId)
    .where('d.id', 'in', [...ids])
    .where('d.removed_at', isRemoved ? 'is not' : 'is', null)
    .where('c.part', '=', part)
    .where((eb) =>
      eb.or([
        eb('d.sealed_for', '=', eb.ref('d.patient_id')),
        eb.exists(
          eb
            .selectFrom('patient as m')
            .select('m.id')
            .whereRef('m.id', '=', 'd.sealed_for')
            .whereRef('m.merged_into', '=', 'd.patient_id'),
        ),
      ]),
    )
    .execute()
}

export async function updateDocument(db: Db, id: string, change: Pick<DocumentRow, 'title' | 'type'>): Promise<void> {
  await db.updateTable('document').set(change).where('id', '=', id).execute()
}

export async function updateRemoved(
  db: Db,
  id: string,
  removed: Pick<DocumentRow, 'removed_at' | 'removed_by' | 'removed_reason' | 'removed_remarks'>,
): Promise<void> {
  await db.updateTable('document').set(removed).where('id', '=', id).execute()
}

export async function updatePhoto(db: Db, patientId: string, documentId: string | null): Promise<void> {
  await db.updateTable('patient').set({ photo_document_id: documentId }).where('id', '=', patientId).execute()
}
