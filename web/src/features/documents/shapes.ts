import { documents, type Reply } from '@foyer/contract'

export type DocumentList = Reply<typeof documents.listDocuments>
export type ListedDocument = DocumentList['documents'][number]
export type DocumentType = ListedDocument['type']
export const { documentTypes } = documents
