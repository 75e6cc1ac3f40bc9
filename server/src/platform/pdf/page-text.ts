import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'

export type Doc = InstanceType<typeof PDFDocument>
export type Section = ReturnType<Doc['struct']>

// Names are written in more letters than the fonts every PDF reader has.
const font = createRequire(import.meta.url).resolve
const regular = font('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
const bold = font('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')

export const ink = '#1f2937'
export const quiet = '#4b5563'

/** With narrow spaces made plain, which fonts and screen readers treat alike. */
export function plain(text: string): string {
  return text.replaceAll(/[\u202f\u00a0]/g, ' ')
}

export interface TextStyle {
  readonly size?: number
  readonly heavy?: boolean
}

export interface TextPlace extends TextStyle {
  readonly x: number
  readonly y: number
  readonly width: number
  /** What does not fit is left out, with dots. */
  readonly height?: number
  readonly colour?: string
  readonly align?: 'right'
}

function styled(doc: Doc, { size = 10.5, heavy = false }: TextStyle): Doc {
  return doc.font(heavy ? bold : regular).fontSize(size)
}

/** Text at a place, in no structure element: for what repeats on every page. */
export function write(doc: Doc, text: string, at: TextPlace): void {
  styled(doc, at)
    .fillColor(at.colour ?? ink)
    .text(text, at.x, at.y, {
      width: at.width,
      ...(at.height === undefined ? {} : { height: at.height, ellipsis: '…' }),
      ...(at.align ? { align: at.align } : {}),
    })
}

/** Text in a structure element, at a place. */
export function put(doc: Doc, parent: Section, tag: string, text: string, at: TextPlace): void {
  parent.add(doc.struct(tag, {}, () => write(doc, text, at)))
}

export function heightOf(doc: Doc, text: string, at: TextStyle & { readonly width: number }): number {
  return styled(doc, at).heightOfString(text, { width: at.width })
}

/** What is on the page and says nothing: lines, frames, page numbers (ISO 32000-1, 14.8.2.2). */
export function asArtifact(doc: Doc, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}

export interface PdfOptions {
  readonly title: string
  readonly author: string
  /** BCP 47. */
  readonly language: string
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
  readonly layout?: 'portrait' | 'landscape'
  /** All pages are kept until the end, so that each can say how many there are. */
  readonly bufferPages?: boolean
}

/** A tagged document on US letter paper, drawn by `draw` and answered whole. */
export async function drawPdf(options: PdfOptions, draw: (doc: Doc) => void): Promise<Uint8Array> {
  // Read when the first page is printed: what draws fonts takes memory that many a server never needs.
  const { default: Document } = await import('pdfkit')
  const doc = new Document({
    size: 'LETTER',
    layout: options.layout ?? 'portrait',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: options.language,
    margins: options.margins,
    bufferPages: options.bufferPages ?? false,
    info: { Title: options.title, Author: options.author, CreationDate: new Date(options.createdAt) },
  })
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    draw(doc)
    doc.end()
  })
}
