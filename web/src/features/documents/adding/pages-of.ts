import { sniffFile } from '@foyer/patients'
import { openPdf } from '../pdf.ts'
import { jpegOf } from './canvas.ts'

/** The first pages of a letter say whom it is from and what it is about. */
const MOST_PAGES = 3
const LONGEST = 2000

/** The pages of a file as pictures; of a picture itself. */
export async function pagesOf(file: Blob): Promise<readonly Blob[]> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (sniffFile(bytes)?.kind !== 'application/pdf') return [file]
  const pdf = await openPdf(bytes)
  const pages: Blob[] = []
  for (let page = 1; page <= Math.min(pdf.pages, MOST_PAGES); page += 1)
    pages.push(await jpegOf(await pdf.draw(page, LONGEST), 0.9))
  await pdf.close()
  return pages
}
