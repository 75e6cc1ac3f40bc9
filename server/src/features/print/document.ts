import { asArtifact, type Doc, drawPdf, quiet, write } from '../../platform/pdf/page-text.ts'
import { dayText, momentText } from './clock.ts'
import { drawDay, margins } from './day-page.ts'
import type { PrintWords } from './print-words.ts'
import type { Sheet } from './sheet.ts'
import { drawWeek } from './week-page.ts'

export interface PrintJob {
  /** Each begins a page. */
  readonly groups: readonly (readonly Sheet[])[]
  readonly layout: 'day' | 'week'
  readonly words: PrintWords
  readonly withPatients: boolean
  readonly practiceName: string
  readonly siteName: string
  readonly timeZone: string
  readonly printedBy: string
  /** Epoch milliseconds. */
  readonly printedAt: number
}

/** Black on white, tagged for screen readers; names of patients are in no title. */
export function drawSheets(job: PrintJob): Promise<Uint8Array> {
  const { groups, layout, words } = job
  const date = groups[0]?.[0]?.date ?? ''
  return drawPdf(
    {
      title: `${words.title}, ${job.siteName}, ${dayText(date, words.locale, 'full')}`,
      author: job.practiceName,
      language: words.locale,
      createdAt: job.printedAt,
      margins,
      layout: layout === 'week' ? 'landscape' : 'portrait',
      bufferPages: true,
    },
    (doc) => {
      const root = doc.struct('Document')
      doc.addStructure(root)
      for (const [at, sheets] of groups.entries()) {
        if (at > 0) doc.addPage()
        const [sheet] = sheets
        if (layout === 'week') drawWeek(doc, root, sheets, words)
        else if (sheet) drawDay(doc, root, sheet, words, job.withPatients)
      }
      root.end()
      drawFooters(doc, job)
    },
  )
}

function drawFooters(doc: Doc, job: PrintJob): void {
  const { words } = job
  const { start, count } = doc.bufferedPageRange()
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at)
    const { width, height } = doc.page
    const y = height - 46
    const line = { x: margins.left, width: width - margins.left - margins.right, size: 8, colour: quiet, height: 10 }
    const printed = words.printed(job.printedBy, momentText(job.printedAt, job.timeZone, words.locale))
    asArtifact(doc, 'Pagination', () => {
      write(doc, `${job.practiceName}, ${job.siteName} · ${printed}`, { ...line, y })
      write(doc, words.page(at - start + 1, count), { ...line, y, align: 'right' })
      if (job.withPatients) write(doc, words.private, { ...line, y: y + 11 })
    })
  }
}
