import { asArtifact, type Doc, drawPdf, heightOf, put, quiet, write } from '../../platform/pdf/page-text.ts'
import type { CopySection } from './copy-lines.ts'
import type { CopyWords } from './copy-words.ts'

export interface CopyPaper {
  readonly practiceName: string
  readonly patientName: string
  readonly mrn: string
  /** Who asked in the patient's place. */
  readonly givenTo: string | null
  readonly dayText: string
  readonly atMs: number
  readonly sections: readonly CopySection[]
}

const page = { left: 60, top: 56, width: 492, bottom: 730 }

function draw(doc: Doc, paper: CopyPaper, words: CopyWords): void {
  const root = doc.struct('Document')
  doc.addStructure(root)
  const { left: x, width } = page
  put(doc, root, 'P', paper.practiceName, { x, y: page.top, width, size: 12, heavy: true })
  const title = paper.givenTo === null ? words.title : words.titleFor(paper.patientName)
  put(doc, root, 'H1', title, { x, y: doc.y + 10, width, size: 20, heavy: true })
  put(doc, root, 'P', `${paper.patientName} · ${paper.mrn} · ${paper.dayText}`, { x, y: doc.y + 6, width, heavy: true })
  put(doc, root, 'P', paper.givenTo === null ? words.what : words.for(paper.givenTo), {
    x,
    y: doc.y + 8,
    width,
    colour: quiet,
  })
  let y = doc.y + 8
  const room = (height: number): void => {
    if (y + height <= page.bottom) return
    doc.addPage()
    y = page.top
  }
  for (const { title: heading, lines } of paper.sections) {
    // A heading takes its first line along.
    room(52)
    put(doc, root, 'H2', heading, { x, y: y + 12, width, size: 13, heavy: true })
    y = doc.y + 4
    for (const line of lines.length === 0 ? [words.none] : lines) {
      const height = heightOf(doc, line, { width })
      room(height)
      put(doc, root, 'P', line, { x, y, width })
      y += height + 3
    }
  }
  root.end()
  const { start, count } = doc.bufferedPageRange()
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(start + at)
    asArtifact(doc, 'Pagination', () =>
      write(doc, words.page(at + 1, count), { x, y: 748, width, size: 9, align: 'right' }),
    )
  }
}

export function drawCopy(paper: CopyPaper, words: CopyWords): Promise<Uint8Array> {
  return drawPdf(
    {
      title: words.title,
      author: paper.practiceName,
      language: words.locale,
      createdAt: paper.atMs,
      margins: { top: page.top, bottom: 30, left: page.left, right: page.left },
      bufferPages: true,
    },
    (doc) => draw(doc, paper, words),
  )
}
