import { authorityKinds, fileKinds } from '@foyer/patients'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { done, id, instant, text } from './shapes.ts'

/** 12 MB: a scanned letter of many pages, or a photo as phones take them. */
export const mostDocumentBytes = 12_000_000
export const mostThumbnailBytes = 60_000
/** Most small pictures in one answer. */
export const mostThumbnails = 60

export const documentTypes = [
  'photo',
  'identity',
  'insurance-card',
  'letter',
  'consent',
  'authority',
  'referral',
  'result',
  'other',
] as const

export const documentType = z.enum(documentTypes)
export const removalReason = z.enum(['wrong-person', 'unreadable', 'replaced', 'not-needed', 'other'])

export const documentShape = z.object({
  id,
  type: documentType,
  title: z.string(),
  contentType: z.enum(fileKinds),
  bytes: z.int(),
  /** Pixels; null for a PDF. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  source: z.enum(['desk', 'camera', 'capture']),
  hasThumbnail: z.boolean(),
})

const patientParams = z.object({ patientId: id })
const documentParams = z.object({ patientId: id, documentId: id })

export const listDocuments = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/documents',
  summary: 'Documents of a person, by type and by words of their titles and of what was read from them',
  access: 'document.read',
  audit: 'document.list',
  params: patientParams,
  query: z.object({
    type: documentType.optional(),
    q: z.string().trim().max(120).optional(),
    /** `1`: those that were removed, with who and why. */
    removed: z.enum(['0', '1']).default('0'),
  }),
  reply: z.object({
    documents: z.array(
      documentShape.extend({
        removed: z
          .object({ at: instant, by: z.string().nullable(), reason: removalReason, remarks: z.string().nullable() })
          .nullable(),
      }),
    ),
    /** There are older ones that these words and this type fit; the list holds the newest. */
    hasMore: z.boolean(),
    photoDocumentId: id.nullable(),
    can: z.object({ add: z.boolean(), remove: z.boolean(), setPhoto: z.boolean() }),
  }),
})

export const readThumbnails = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/documents/thumbnails',
  summary: 'Small pictures of documents of a person, one answer for a list',
  access: 'document.read',
  audit: 'document.thumbnails',
  params: patientParams,
  query: z.object({
    /** Ids with commas between. */
    ids: z
      .string()
      .max(mostThumbnails * 37)
      .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/),
  }),
  reply: z.object({
    thumbnails: z.array(
      z.object({
        id,
        contentType: z.enum(fileKinds),
        /** Base64. */
        data: z.string(),
      }),
    ),
  }),
})

export const addDocument = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/documents',
  summary: 'Add a document: JPEG, PNG, WebP or PDF by its own bytes; the same file again answers the one that is there',
  access: 'document.add',
  audit: 'document.add',
  params: patientParams,
  body: z.object({
    type: documentType,
    title: text(120),
    /** Base64 (RFC 4648, 4) with padding. */
    content: z.string().min(4).max(16_800_000),
    /** A small picture of it, made where it was added. */
    thumbnail: z.string().min(4).max(80_000).nullable().default(null),
    /** What was read from it, to find it by. */
    words: z.string().max(20_000).default(''),
    source: z.enum(['desk', 'camera', 'capture']).default('desk'),
  }),
  bodyBytes: 17_000_000,
  reply: z.object({
    document: documentShape,
    /** The same file was there before: nothing was added. */
    wasHere: z.boolean(),
  }),
  refusals: {
    'file-too-large': z.object({ most: z.int() }),
    /** No kind of file that a record takes, or a broken one. */
    'file-not-taken': z.object({}),
    'picture-too-large': z.object({ mostPixels: z.int() }),
  },
})

export const readDocument = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/documents/:documentId/content',
  summary: 'The document itself, to look at',
  access: 'document.read',
  audit: 'document.read',
  params: documentParams,
  media: 'application/octet-stream',
  reply: z.unknown(),
})

export const downloadDocument = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/documents/:documentId/file',
  summary: 'The document itself, to keep outside of Foyer',
  access: 'document.read',
  audit: 'document.download',
  params: documentParams,
  media: 'application/octet-stream',
  reply: z.unknown(),
})

export const changeDocument = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/documents/:documentId',
  summary: 'Give a document another title or type',
  access: 'document.add',
  audit: 'document.change',
  params: documentParams,
  body: z.object({ type: documentType, title: text(120) }),
  reply: documentShape,
})

export const noteDocumentWords = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/documents/:documentId/words',
  summary: 'What was read from a picture after it was added, to find it by; what was read before stays',
  access: 'document.add',
  audit: 'document.words',
  params: documentParams,
  body: z.object({ words: text(20_000) }),
  reply: done,
})

export const removeDocument = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/documents/:documentId/remove',
  summary: 'Take a document out of sight, for a reason; it is kept',
  access: 'document.remove',
  audit: 'document.remove',
  params: documentParams,
  body: z.object({
    reason: removalReason,
    remarks: text(300).nullable().default(null),
    /** Authorities that stand on it and may lose their proof. */
    unproved: z.array(id).max(50).default([]),
  }),
  reply: done,
  refusals: {
    /** What it proves, and would not any more: name them in `unproved`, or leave the document. */
    'authority-stands-on-it': z.object({
      authorities: z.array(z.object({ id, name: z.string(), kind: z.enum(authorityKinds) })),
    }),
  },
})

export const restoreDocument = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/documents/:documentId/restore',
  summary: 'Show a removed document again',
  access: 'document.remove',
  audit: 'document.restore',
  params: documentParams,
  reply: done,
  refusals: {
    /** The same file was added again meanwhile. */
    'same-file-here': z.object({ documentId: id }),
  },
})

export const setPhoto = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/photo',
  summary: 'Choose the picture by which a person is recognised, or none',
  access: 'patient.change',
  audit: 'patient.photo-set',
  params: patientParams,
  body: z.object({ documentId: id.nullable() }),
  reply: z.object({ photoDocumentId: id.nullable() }),
  refusals: { 'not-a-photo': z.object({}) },
})

export const readPhoto = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/photo',
  summary: 'The picture by which a person is recognised, small',
  access: 'patient.read',
  audit: 'patient.photo',
  params: patientParams,
  media: 'application/octet-stream',
  reply: z.unknown(),
})
