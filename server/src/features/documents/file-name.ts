import type { DocumentRow } from './store.ts'

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/** Made by us: neither a title that somebody typed nor anybody's name goes into a file name. */
export function fileName({
  type,
  created_at,
  content_type,
}: Pick<DocumentRow, 'type' | 'created_at' | 'content_type'>): string {
  return `${type}-${created_at.slice(0, 10)}.${endings[content_type] ?? 'bin'}`
}
