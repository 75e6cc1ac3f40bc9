import { asArtifact, type Doc, heightOf, put, quiet, type Section } from '../../platform/pdf/page-text.ts'
import { birthText, cityOf, dayText, timeText, zoneText } from './clock.ts'
import type { PrintWords } from './print-words.ts'
import type { Entry, Sheet } from './sheet.ts'

export const margins = { top: 44, bottom: 30, left: 44, right: 44 }
const right = 612 - margins.right
const bottom = 792 - 58
const size = 9.5
const gap = 8

interface Column {
  readonly x: number
  readonly width: number
  readonly title: string
  cell(entry: Entry, sheet: Sheet): string
}

function columnsOf(words: PrintWords, withPatients: boolean): readonly Column[] {
  const wanted: readonly (Omit<Column, 'x' | 'width'> & { readonly share: number })[] = [
    { title: words.time, share: 1.1, cell: (entry, sheet) => timesOf(entry, sheet, words) },
    { title: words.what, share: 1.8, cell: ({ what }) => what },
    ...(withPatients
      ? [{ title: words.patient, share: 2.8, cell: ({ patient }: Entry) => patientText(patient, words) }]
      : []),
    { title: words.with, share: 1.5, cell: (entry) => entry.with },
  ]
  const all = wanted.reduce((sum, { share }) => sum + share, 0)
  let x = margins.left
  return wanted.map(({ share, ...column }) => {
    const width = ((right - margins.left) * share) / all
    const at = x
    x += width
    return { ...column, x: at, width: width - gap }
  })
}

function timesOf({ start, end }: Entry, { date, timeZone }: Sheet, { locale }: PrintWords): string {
  return `${timeText(start, date, timeZone, locale)}–${timeText(end, date, timeZone, locale)}`
}

function patientText(patient: Entry['patient'], words: PrintWords): string {
  if (!patient) return ''
  return `${patient.name}, ${words.born(birthText(patient.birthDate, words.locale))}`
}

function heading(doc: Doc, section: Section, sheet: Sheet, words: PrintWords, part: number): number {
  const width = right - margins.left
  const { date, timeZone } = sheet
  const name = [sheet.name, sheet.specialty].filter((text) => text !== null).join(', ')
  const more = part > 1 ? ` (${words.continued})` : ''
  put(doc, section, 'H1', `${name}${more}`, { x: margins.left, y: margins.top, width, size: 16, heavy: true })
  const day = dayText(date, words.locale, 'full')
  put(doc, section, 'P', day, { x: margins.left, y: doc.y + 3, width, size: 11.5, heavy: true })
  const hours = sheet.open
    .map(
      ({ start, end }) =>
        `${timeText(start, date, timeZone, words.locale)}–${timeText(end, date, timeZone, words.locale)}`,
    )
    .join(', ')
  const facts = [
    words.times(cityOf(timeZone), zoneText(date, timeZone, words.locale)),
    sheet.holiday === null ? (hours === '' ? words.noHours : words.hours(hours)) : words.holiday(sheet.holiday),
  ]
  put(doc, section, 'P', facts.join(' · '), { x: margins.left, y: doc.y + 3, width, size, colour: quiet })
  return doc.y + 12
}

function rule(doc: Doc, y: number, weight = 0.5): void {
  asArtifact(doc, 'Layout', () =>
    doc.moveTo(margins.left, y).lineTo(right, y).lineWidth(weight).strokeColor('#6b7280').stroke(),
  )
}

/** A free line is open at the side; closed time and breaks have a bar: told apart without colour. */
function mark(doc: Doc, entry: Entry, y: number, height: number): void {
  if (entry.kind !== 'closed' && entry.kind !== 'break') return
  asArtifact(doc, 'Layout', () =>
    doc
      .rect(margins.left - 8, y, 3, height)
      .fillColor('#6b7280')
      .fill(),
  )
}

/** One resource on one day, on as many pages as it takes. The first page is there already. */
export function drawDay(doc: Doc, root: Section, sheet: Sheet, words: PrintWords, withPatients: boolean): void {
  const columns = columnsOf(words, withPatients)
  const section = doc.struct('Sect')
  root.add(section)
  let part = 1
  let y = heading(doc, section, sheet, words, part)
  if (sheet.entries.length === 0) {
    put(doc, section, 'P', words.nothing, { x: margins.left, y, width: right - margins.left })
    return
  }
  let table = tableHead(doc, section, columns, y)
  y = doc.y + 6
  for (const entry of sheet.entries) {
    const style = { size }
    const cells = columns.map((column) => ({ ...column, text: column.cell(entry, sheet) }))
    const height = Math.max(...cells.map(({ text, width }) => heightOf(doc, text, { ...style, width })))
    if (y + height > bottom) {
      doc.addPage()
      part += 1
      y = heading(doc, section, sheet, words, part)
      table = tableHead(doc, section, columns, y)
      y = doc.y + 6
    }
    rule(doc, y - 3)
    mark(doc, entry, y, height)
    const row = doc.struct('TR')
    table.add(row)
    const colour = entry.kind === 'visit' || entry.kind === 'group' ? undefined : quiet
    for (const [at, { text, x, width }] of cells.entries())
      put(doc, row, at === 0 ? 'TH' : 'TD', text, {
        ...style,
        x,
        y,
        width,
        ...(colour === undefined ? {} : { colour }),
      })
    y += height + 7
  }
  rule(doc, y - 3)
}

function tableHead(doc: Doc, section: Section, columns: readonly Column[], y: number): Section {
  const table = doc.struct('Table')
  section.add(table)
  const row = doc.struct('TR')
  table.add(row)
  for (const { title, x, width } of columns) put(doc, row, 'TH', title, { x, y, width, size, heavy: true })
  return table
}
