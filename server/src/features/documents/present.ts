import type { documents, Reply } from '@foyer/contract'
import type { LineRow } from './store.ts'

type Shape = Reply<typeof documents.changeDocument>
type Listed = Reply<typeof documents.listDocuments>['documents'][number]

export function presentDocument(row: LineRow): Shape {
  return {
    id: row.id,
    type: row.type as Shape['type'],
    title: row.title,
    contentType: row.content_type as Shape['contentType'],
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    createdAt: row.created_at,
    createdBy: row.created_by_name,
    source: row.source as Shape['source'],
    hasThumbnail: Boolean(row.has_thumbnail),
  }
}

export function presentListed(row: LineRow): Listed {
  return {
    ...presentDocument(row),
    removed:
      row.removed_at === null
        ? null
        : {
            at: row.removed_at,
            by: row.removed_by_name,
            reason: row.removed_reason as NonNullable<Listed['removed']>['reason'],
            remarks: row.removed_remarks,
          },
  }
}
