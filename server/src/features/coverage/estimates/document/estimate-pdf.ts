import { requiredStatements, totalsOf } from '@foyer/coverage'
import { formatMoney, usd } from '@foyer/kernel'
import { formatPhone, signatureField } from '@foyer/patients'
import { drawPdf, ink, plain, quiet } from '../../../../platform/pdf/page-text.ts'
import { type EstimateContent, isMadeUp } from '../content.ts'
import { facts, makeRoom, page, paragraph, rule, type Sheet, table, width } from './sheet.ts'
import { type EstimateWords, estimateWords } from './words.ts'

export interface EstimatePaper {
  readonly language: 'en' | 'es'
  readonly kind: 'insured' | 'good-faith'
  readonly content: EstimateContent
  readonly serviceDate: string | null
  readonly lowCents: number
  readonly highCents: number
  /** Who signed, when as people read it, and how; a path is an SVG path of straight lines. */
  readonly signature: {
    readonly name: string
    readonly at: string
    readonly with: 'drawn' | 'typed' | 'paper'
    readonly path: string | null
  } | null
  /** Epoch milliseconds. */
  readonly createdAt: number
}

function money(cents: number, { locale }: EstimateWords): string {
  return plain(formatMoney(usd(cents), locale)).replace('-', '−')
}

function day(date: string, { locale }: EstimateWords): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return plain(format.format(new Date(`${date}T00:00:00Z`)))
}

function header(sheet: Sheet, paper: EstimatePaper, words: EstimateWords): void {
  const { content, kind } = paper
  const { name, site, address, phone } = content.practice
  paragraph(sheet, 'P', name, { size: 13, heavy: true, above: 0 })
  const place = [site, address, phone === null ? null : `${words.phone}: ${formatPhone(phone)}`]
  paragraph(sheet, 'P', place.filter((line) => line !== null && line !== '').join('\n'), { colour: quiet })
  const title = kind === 'insured' ? words.titleInsured : words.titleGoodFaith
  paragraph(sheet, 'H1', title, { size: 20, heavy: true, above: 14 })
  sheet.doc.y += 4
  facts(sheet, [
    [words.patient, content.patientName],
    ...(content.birthDate === null ? [] : [[words.birthDate, day(content.birthDate, words)] as const]),
    [words.visit, content.description[paper.language]],
    [words.date, paper.serviceDate === null ? words.noDate : day(paper.serviceDate, words)],
    [words.madeOn, day(content.madeOn, words)],
  ])
}

function answer(sheet: Sheet, paper: EstimatePaper, words: EstimateWords): void {
  const { lowCents, highCents, content } = paper
  const sum =
    lowCents === highCents ? money(highCents, words) : words.between(money(lowCents, words), money(highCents, words))
  paragraph(sheet, 'P', words.youPay, { above: 12, colour: quiet })
  paragraph(sheet, 'P', sum, { size: 17, heavy: true, above: 1 })
  if (isMadeUp(content)) paragraph(sheet, 'P', words.madeUp, { heavy: true, above: 4 })
  if (content.price.missing.length === 0) return
  paragraph(sheet, 'P', words.because, { above: 6 })
  for (const { fact, payer } of content.price.missing)
    paragraph(sheet, 'P', `•  ${words.gaps[fact](payer ?? '')}`, { above: 2 })
}

function providers(sheet: Sheet, paper: EstimatePaper, words: EstimateWords): void {
  const { content } = paper
  const totals = totalsOf(content)
  paragraph(sheet, 'H2', words.howGoodFaith, { size: 13, heavy: true, above: 14 })
  for (const [at, { name, npi, taxId, place, items }] of content.providers.entries()) {
    makeRoom(sheet, 90)
    paragraph(sheet, 'H3', name, { heavy: true, above: 8 })
    const ids = [`${words.npi} ${npi ?? ''}`, `${words.taxId} ${taxId ?? ''}`, `${words.place}: ${place ?? ''}`]
    paragraph(sheet, 'P', ids.join(' · '), { size: 9.5, colour: quiet, above: 2 })
    table(
      sheet,
      [width - 170, 70, 100],
      [
        { cells: [words.service, words.count, words.cost], tags: ['TH', 'TH', 'TH'], colour: quiet },
        ...items.map(({ code, description, diagnosisCodes, units, expectedCents }) => ({
          cells: [
            [
              `${description} (${code})`,
              diagnosisCodes.length > 0 ? words.diagnosis(diagnosisCodes.join(', ')) : words.noDiagnosis,
            ].join('\n'),
            String(units),
            money(expectedCents, words),
          ],
        })),
        { cells: [words.totalOf(name), '', money(totals.byProvider[at]?.cents ?? 0, words)], heavy: true },
      ],
    )
  }
  rule(sheet)
  table(sheet, [width - 120, 120], [{ cells: [words.total, money(totals.cents, words)], heavy: true }])
}

function arithmetic(sheet: Sheet, paper: EstimatePaper, words: EstimateWords): void {
  const { price } = paper.content
  const isRange = paper.lowCents !== paper.highCents
  const ends = isRange
    ? [
        { title: words.atLeast, lines: price.low, cents: paper.lowCents },
        { title: words.atMost, lines: price.high, cents: paper.highCents },
      ]
    : [{ title: null, lines: price.high, cents: paper.highCents }]
  paragraph(sheet, 'H2', words.how, { size: 13, heavy: true, above: 14 })
  for (const { title, lines, cents } of ends) {
    makeRoom(sheet, 60)
    if (title !== null) paragraph(sheet, 'H3', title, { heavy: true, above: 8 })
    const rows = lines.filter(({ moves }) => moves)
    table(
      sheet,
      [width - 120, 120],
      [
        ...rows.map((line) => ({ cells: [words.lines[line.kind](line.of ?? ''), money(line.cents, words)] })),
        { cells: [words.youPay, money(cents, words)], heavy: true },
      ],
    )
    const parts = lines.filter(({ moves }) => !moves)
    if (parts.length === 0 || isRange) continue
    makeRoom(sheet, 40)
    paragraph(sheet, 'P', words.madeOf, { above: 6, colour: quiet })
    table(
      sheet,
      [width - 120, 120],
      parts.map((line) => ({ cells: [words.lines[line.kind](line.of ?? ''), money(line.cents, words)] })),
    )
  }
}

function ends(sheet: Sheet, paper: EstimatePaper, words: EstimateWords): void {
  const { content, kind, language, signature } = paper
  if (kind === 'insured') paragraph(sheet, 'P', words.insuredNote, { above: 14 })
  else {
    const phone = content.practice.phone === null ? '' : formatPhone(content.practice.phone)
    // The first speaks of what is listed right below it (45 CFR 149.610(c)(1)(vi) and (vii)).
    const [other, ...statements] = requiredStatements(phone)
    rule(sheet, 12)
    if (other) paragraph(sheet, 'P', other.text[language], { above: 6 })
    if (content.separately.length > 0) {
      paragraph(sheet, 'P', words.separately, { above: 4 })
      for (const one of content.separately) paragraph(sheet, 'P', `•  ${one}`, { above: 2 })
    }
    for (const { text } of statements) paragraph(sheet, 'P', text[language], { above: 6 })
  }
  if (signature === null) return
  makeRoom(sheet, 110)
  paragraph(sheet, 'P', words.signed(signature.name, signature.at), { heavy: true, above: 16 })
  if (signature.path !== null) drawn(sheet, signature.path, `${words.signature}: ${signature.name}`)
  paragraph(sheet, 'P', words[`how_${signature.with}`], { colour: quiet })
}

const drawnWidth = 200

function drawn({ doc, root }: Sheet, path: string, alt: string): void {
  const scale = drawnWidth / signatureField.width
  const y = doc.y + 4
  // A figure says in words what it shows (PDF/UA, ISO 14289-1, 7.3).
  const figure = doc.struct('Figure', { alt }, () => {
    doc.save().translate(page.left, y).scale(scale).path(path).lineWidth(3).lineCap('round')
    doc.strokeColor(ink).stroke().restore()
  })
  root.add(figure)
  doc.y = y + signatureField.height * scale
}

/** US letter, tagged for screen readers, in the language of the patient. */
export function drawEstimate(paper: EstimatePaper): Promise<Uint8Array> {
  const words = estimateWords[paper.language]
  return drawPdf(
    {
      title: paper.kind === 'insured' ? words.titleInsured : words.titleGoodFaith,
      author: paper.content.practice.name,
      language: words.locale,
      createdAt: paper.createdAt,
      margins: { top: page.top, bottom: 40, left: page.left, right: 60 },
    },
    (doc) => {
      const root = doc.struct('Document')
      doc.addStructure(root)
      doc.y = page.top
      const sheet = { doc, root }
      header(sheet, paper, words)
      answer(sheet, paper, words)
      if (paper.kind === 'good-faith') providers(sheet, paper, words)
      else arithmetic(sheet, paper, words)
      ends(sheet, paper, words)
      root.end()
    },
  )
}
