import { Temporal } from '@foyer/kernel'
import { formatMrn } from '@foyer/patients'
import {
  asArtifact,
  type Doc,
  drawPdf,
  plain,
  put,
  quiet,
  type Section,
  write,
} from '../../../platform/pdf/page-text.ts'
import { type AccountLanguage, type AccountWords, accountWords } from './account-words.ts'
import type { AccountLine } from './accounting.ts'

export interface Account {
  readonly language: AccountLanguage
  readonly practiceName: string
  readonly patientName: string
  readonly mrn: string
  /** Civil dates, both included. */
  readonly from: string
  readonly to: string
  readonly at: Temporal.Instant
  readonly lines: readonly AccountLine[]
  /** There were more than fit. */
  readonly isCut: boolean
}

const page = { left: 60, top: 56, width: 492, bottom: 730 }
const columns = [
  { x: 60, width: 120 },
  { x: 188, width: 100 },
  { x: 296, width: 200 },
  { x: 504, width: 48 },
] as const
const LINE = 18

function dayText(date: string, { locale }: AccountWords): string {
  return plain(Temporal.PlainDate.from(date).toLocaleString(locale, { year: 'numeric', month: 'long', day: 'numeric' }))
}

function head(doc: Doc, root: Section, account: Account, words: AccountWords): number {
  const { left: x, width } = page
  put(doc, root, 'P', account.practiceName, { x, y: page.top, width, size: 12, heavy: true })
  put(doc, root, 'H1', words.title, { x, y: doc.y + 10, width, size: 20, heavy: true })
  put(doc, root, 'P', `${account.patientName} · ${account.mrn}`, { x, y: doc.y + 6, width, heavy: true })
  const span = words.from(dayText(account.from, words), dayText(account.to, words))
  put(doc, root, 'P', span, { x, y: doc.y + 2, width })
  put(doc, root, 'P', words.what, { x, y: doc.y + 8, width, colour: quiet })
  if (account.lines.some(({ mergedMrn }) => mergedMrn !== null))
    put(doc, root, 'P', words.merged, { x, y: doc.y + 4, width, colour: quiet })
  return doc.y + 16
}

function row(doc: Doc, table: Section, y: number, texts: readonly string[], tag: 'TH' | 'TD'): void {
  const element = doc.struct('TR')
  table.add(element)
  for (const [at, text] of texts.entries()) {
    const column = columns[at]
    if (column) put(doc, element, tag, text, { ...column, y, size: 10, heavy: tag === 'TH', height: LINE })
  }
}

function draw(doc: Doc, account: Account, words: AccountWords): void {
  const root = doc.struct('Document')
  doc.addStructure(root)
  let y = head(doc, root, account, words)
  if (account.lines.length === 0) put(doc, root, 'P', words.none, { x: page.left, y, width: page.width })
  else {
    const table = doc.struct('Table')
    root.add(table)
    row(doc, table, y, words.columns, 'TH')
    for (const line of account.lines) {
      y += LINE
      if (y > page.bottom - LINE) {
        doc.addPage()
        y = page.top
      }
      const who = words.roles[line.role] ?? words.roles['system'] ?? ''
      const what = line.mergedMrn === null ? [] : [formatMrn(line.mergedMrn)]
      const did = [words.kinds[line.kind], ...what].join(' · ')
      row(doc, table, y, [dayText(line.date, words), who, did, String(line.times)], 'TD')
    }
  }
  if (account.isCut) put(doc, root, 'P', words.more, { x: page.left, y: y + LINE, width: page.width, colour: quiet })
  root.end()
  const { start, count } = doc.bufferedPageRange()
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(start + at)
    asArtifact(doc, 'Pagination', () =>
      write(doc, words.page(at + 1, count), { x: page.left, y: 748, width: page.width, size: 9, align: 'right' }),
    )
  }
}

export function drawAccount(account: Account): Promise<Uint8Array> {
  const words = accountWords[account.language]
  return drawPdf(
    {
      title: words.title,
      author: account.practiceName,
      language: words.locale,
      createdAt: account.at.epochMilliseconds,
      margins: { top: page.top, bottom: 30, left: page.left, right: page.left },
      bufferPages: true,
    },
    (doc) => draw(doc, account, words),
  )
}
