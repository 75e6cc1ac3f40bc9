import { documents } from '@foyer/contract'
import { sniffFile } from '@foyer/patients'
import { openPdf } from '../pdf.ts'
import { base64Of } from './base64.ts'
import { drawn, jpegOf } from './canvas.ts'

export interface Ready {
  readonly content: string
  readonly thumbnail: string | null
  /** Text that a PDF holds. */
  readonly words: string
}

export type NotReady = 'file-too-large' | 'file-not-taken'

const THUMBNAIL = 280

async function thumbnailOf(canvas: HTMLCanvasElement): Promise<string | null> {
  const small = await jpegOf(canvas, 0.72)
  return small.size <= documents.mostThumbnailBytes ? base64Of(small) : null
}

/** What is sent of a file. A picture that no browser can draw is sent without a small one: the server has the last word. */
export async function makeReady(file: Blob): Promise<Ready | NotReady> {
  if (file.size > documents.mostDocumentBytes) return 'file-too-large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const sniffed = sniffFile(bytes)
  if (!sniffed) return 'file-not-taken'
  const content = await base64Of(file)
  try {
    if (sniffed.kind !== 'application/pdf')
      return { content, thumbnail: await thumbnailOf(await drawn(file, THUMBNAIL)), words: '' }
    const pdf = await openPdf(bytes)
    const thumbnail = await thumbnailOf(await pdf.draw(1, THUMBNAIL))
    const words = await pdf.words(20_000)
    await pdf.close()
    return { content, thumbnail, words }
  } catch {
    return { content, thumbnail: null, words: '' }
  }
}
