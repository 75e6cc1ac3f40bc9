import { formatMoney, type Temporal, usd } from '@foyer/kernel'
import { formatPhone } from '@foyer/patients'
import { asArtifact, type Doc, drawPdf, ink, plain, put, quiet, type Section } from '../../platform/pdf/page-text.ts'
import type { ReceiptLine } from './receipt-lines.ts'
import { type ReceiptLanguage, type ReceiptWords, receiptWords } from './receipt-words.ts'

export interface Receipt {
  readonly language: ReceiptLanguage
  readonly practiceName: string
  readonly siteName: string
  readonly address: {
    readonly line: string
    readonly city: string
    readonly state: string
    readonly postalCode: string
  } | null
  /** As people write it. */
  readonly phone: string | null
  readonly receiptNumber: string
  readonly at: Temporal.Instant
  /** Zone of the site, in which the time is shown. */
  readonly timeZone: string
  readonly patientName: string
  readonly mrn: string
  readonly lines: readonly ReceiptLine[]
  readonly cash: { readonly tenderedCents: number; readonly changeCents: number } | null
  readonly cardLast4: string | null
  readonly isVoid: boolean
}

const page = { left: 72, right: 540, top: 64 }
const alarm = '#b42318'

function amount(cents: number, words: ReceiptWords): string {
  return plain(formatMoney(usd(cents), words.locale)).replace('-', '−')
}

/** `November 23, 2026 at 10:40 AM CST` */
export function timeAtSite(at: Temporal.Instant, timeZone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })
  return plain(format.format(at.epochMilliseconds))
}

function rule(doc: Doc, y: number): void {
  asArtifact(doc, 'Layout', () =>
    doc.moveTo(page.left, y).lineTo(page.right, y).lineWidth(0.75).strokeColor('#d0d5dd').stroke(),
  )
}

function header(doc: Doc, root: Section, receipt: Receipt, words: ReceiptWords): number {
  const width = page.right - page.left
  put(doc, root, 'P', receipt.practiceName, { x: page.left, y: page.top, width, size: 15, heavy: true })
  const { address, phone, siteName } = receipt
  const place = [
    siteName,
    ...(address ? [address.line, `${address.city}, ${address.state} ${address.postalCode}`] : []),
    ...(phone ? [`${words.phone}: ${formatPhone(phone)}`] : []),
  ].filter((line) => line !== '' && line !== receipt.practiceName)
  put(doc, root, 'P', place.join('\n'), { x: page.left, y: doc.y + 4, width, colour: quiet })
  const y = doc.y + 16
  rule(doc, y)
  put(doc, root, 'H1', words.title, { x: page.left, y: y + 18, width, size: 22, heavy: true })
  if (receipt.isVoid) {
    put(doc, root, 'P', words.voidMark, {
      x: page.left,
      y: y + 18,
      width,
      size: 22,
      heavy: true,
      colour: alarm,
      align: 'right',
    })
    put(doc, root, 'P', words.voidNote, { x: page.left, y: doc.y + 4, width, colour: alarm })
  }
  return doc.y + 12
}

/** Label and value side by side, as a table of two columns. */
function table(
  doc: Doc,
  root: Section,
  top: number,
  rows: readonly {
    readonly label: string
    readonly value: string
    readonly tags: readonly [string, string]
    readonly heavy?: boolean
    readonly ruled?: boolean
  }[],
  align?: 'right',
): number {
  const element = doc.struct('Table')
  root.add(element)
  let y = top
  for (const { label, value, tags, heavy = false, ruled = false } of rows) {
    if (ruled) {
      rule(doc, y - 4)
      y += 4
    }
    const row = doc.struct('TR')
    element.add(row)
    const style = { y, heavy, size: heavy ? 11.5 : 10.5 }
    put(doc, row, tags[0], label, { ...style, x: page.left, width: 260, colour: heavy ? ink : quiet })
    const first = doc.y
    const valueAt = align ? { x: page.left + 270, width: page.right - page.left - 270, align } : { x: 232, width: 308 }
    put(doc, row, tags[1], value, { ...style, ...valueAt })
    y = Math.max(first, doc.y) + 7
  }
  return y
}

function draw(doc: Doc, receipt: Receipt, words: ReceiptWords): void {
  const root = doc.struct('Document')
  doc.addStructure(root)
  const { cash, cardLast4 } = receipt
  const facts = (label: string, value: string) => ({ label, value, tags: ['TH', 'TD'] as const })
  let y = header(doc, root, receipt, words)
  y = table(doc, root, y, [
    facts(words.number, receipt.receiptNumber),
    facts(words.date, timeAtSite(receipt.at, receipt.timeZone, words.locale)),
    facts(words.patient, receipt.patientName),
    facts(words.mrn, receipt.mrn),
  ])
  y = table(
    doc,
    root,
    y + 18,
    [
      { label: words.item, value: words.amount, tags: ['TH', 'TH'] },
      ...receipt.lines.map((line, index) => ({
        label: words.lines[line.code],
        value: amount(line.cents, words),
        tags: ['TD', 'TD'] as const,
        heavy: index === receipt.lines.length - 1,
        ruled: index === 0 || index === receipt.lines.length - 1,
      })),
    ],
    'right',
  )
  y = table(doc, root, y + 18, [
    facts(words.method, cash ? words.cash : cardLast4 === null ? words.card : words.cardEnding(cardLast4)),
    ...(cash
      ? [facts(words.tendered, amount(cash.tenderedCents, words)), facts(words.change, amount(cash.changeCents, words))]
      : []),
  ])
  put(doc, root, 'P', words.thanks, { x: page.left, y: y + 18, width: 468, colour: quiet })
  root.end()
}

/** One page (US letter), tagged for screen readers. The same receipt gives the same bytes but for the file's id. */
export function drawReceipt(receipt: Receipt): Promise<Uint8Array> {
  const words = receiptWords[receipt.language]
  return drawPdf(
    {
      title: `${words.title} ${receipt.receiptNumber}`,
      author: receipt.practiceName,
      language: words.locale,
      createdAt: receipt.at.epochMilliseconds,
      margins: { top: page.top, bottom: 40, left: page.left, right: page.left },
    },
    (doc) => draw(doc, receipt, words),
  )
}
