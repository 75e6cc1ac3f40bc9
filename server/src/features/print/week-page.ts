import { dateAt, daysBetween, minuteAt, Temporal } from '@foyer/kernel'
import { asArtifact, type Doc, ink, put, quiet, type Section, write } from '../../platform/pdf/page-text.ts'
import { cityOf, dayText, timeText, zoneText } from './clock.ts'
import { margins } from './day-page.ts'
import type { PrintWords } from './print-words.ts'
import type { Entry, Sheet } from './sheet.ts'

const pageWidth = 792
const left = margins.left + 34
const right = pageWidth - margins.right
const bottom = 612 - 58
const hourMs = 3_600_000

/** The days of a resource side by side, time running down: one page, sideways. */
export function drawWeek(doc: Doc, root: Section, sheets: readonly Sheet[], words: PrintWords): void {
  const [first] = sheets
  const last = sheets.at(-1)
  if (!first || !last) return
  const section = doc.struct('Sect')
  root.add(section)
  const width = right - margins.left
  const name = [first.name, first.specialty].filter((text) => text !== null).join(', ')
  put(doc, section, 'H1', name, { x: margins.left, y: margins.top, width, size: 16, heavy: true })
  const { locale } = words
  const span = `${dayText(first.date, locale, 'full')} – ${dayText(last.date, locale, 'full')}`
  const zone = words.times(cityOf(first.timeZone), zoneText(first.date, first.timeZone, locale))
  put(doc, section, 'P', `${span} · ${zone}`, { x: margins.left, y: doc.y + 3, width, size: 10, colour: quiet })
  const top = doc.y + 30
  const scale = scaleOf(sheets, top)
  drawHours(doc, scale)
  const columnWidth = (right - left) / sheets.length
  for (const [at, sheet] of sheets.entries())
    drawColumn(doc, section, sheet, left + at * columnWidth, columnWidth, scale, words)
}

/** From the first to the last whole hour of any day, by the minutes of its clock; the day when nothing is on it. */
interface Scale {
  readonly top: number
  readonly from: number
  readonly to: number
  readonly perMs: number
}

function scaleOf(sheets: readonly Sheet[], top: number): Scale {
  const times = sheets.flatMap((sheet) =>
    [...sheet.open, ...sheet.entries].flatMap(({ start, end }) => [
      sinceMidnight(start, sheet),
      sinceMidnight(end, sheet),
    ]),
  )
  const from = times.length === 0 ? 8 * hourMs : Math.floor(Math.min(...times) / hourMs) * hourMs
  const to = times.length === 0 ? 17 * hourMs : Math.max(from + hourMs, Math.ceil(Math.max(...times) / hourMs) * hourMs)
  return { top, from, to, perMs: (bottom - top) / (to - from) }
}

/** What the clock on the wall shows, as milliseconds; past the end of the day it goes on. */
function sinceMidnight(instant: number, { date, timeZone }: Sheet): number {
  const moment = Temporal.Instant.fromEpochMilliseconds(instant)
  return daysBetween(date, dateAt(moment, timeZone)) * 24 * hourMs + minuteAt(moment, timeZone) * 60_000
}

function drawHours(doc: Doc, { top, from, to, perMs }: Scale): void {
  asArtifact(doc, 'Layout', () => {
    for (let hour = from; hour <= to; hour += hourMs) {
      const y = top + (hour - from) * perMs
      doc.moveTo(left, y).lineTo(right, y).lineWidth(0.3).strokeColor('#9ca3af').stroke()
      const text = `${String((hour / hourMs) % 24).padStart(2, '0')}:00`
      write(doc, text, { x: margins.left, y: y - 5, width: 30, size: 8, colour: quiet })
    }
  })
}

function drawColumn(
  doc: Doc,
  section: Section,
  sheet: Sheet,
  x: number,
  width: number,
  scale: Scale,
  words: PrintWords,
): void {
  const inside = { x: x + 3, width: width - 6 }
  put(doc, section, 'H2', dayText(sheet.date, words.locale, 'short'), {
    ...inside,
    y: scale.top - 22,
    size: 9,
    heavy: true,
  })
  if (sheet.holiday !== null)
    put(doc, section, 'P', words.holiday(sheet.holiday), {
      ...inside,
      y: scale.top - 11,
      height: 9,
      size: 7,
      colour: quiet,
    })
  asArtifact(doc, 'Layout', () =>
    doc.moveTo(x, scale.top).lineTo(x, bottom).lineWidth(0.5).strokeColor('#6b7280').stroke(),
  )
  const list = doc.struct('L')
  section.add(list)
  for (const place of sideBySide(sheet.entries.filter(({ kind }) => kind !== 'free')))
    drawEntry(doc, list, sheet, place, { x, width }, scale, words)
}

interface Placed {
  readonly entry: Entry
  readonly lane: number
  readonly lanes: number
}

/** What overlaps stands side by side, as many as there are at most in the stretch. */
export function sideBySide(entries: readonly Entry[]): Placed[] {
  const placed: { entry: Entry; lane: number; lanes: number }[] = []
  let cluster: typeof placed = []
  let until = -Infinity
  let ends: number[] = []
  for (const entry of entries.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (entry.start >= until) {
      for (const one of cluster) one.lanes = ends.length
      cluster = []
      ends = []
    }
    const free = ends.findIndex((end) => end <= entry.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = entry.end
    until = Math.max(until, entry.end)
    const one = { entry, lane, lanes: 1 }
    cluster.push(one)
    placed.push(one)
  }
  for (const one of cluster) one.lanes = ends.length
  return placed
}

function drawEntry(
  doc: Doc,
  list: Section,
  sheet: Sheet,
  { entry, lane, lanes }: Placed,
  column: { readonly x: number; readonly width: number },
  scale: Scale,
  words: PrintWords,
): void {
  const y = scale.top + (sinceMidnight(entry.start, sheet) - scale.from) * scale.perMs
  const height = Math.max(9, (entry.end - entry.start) * scale.perMs)
  const width = (column.width - 3) / lanes
  const x = column.x + 1.5 + lane * width
  const isTaken = entry.kind === 'visit' || entry.kind === 'group'
  asArtifact(doc, 'Layout', () => {
    doc.rect(x, y + 0.5, width - 1.5, height - 1).lineWidth(isTaken ? 0.8 : 0.4)
    if (isTaken) doc.fillAndStroke('#ffffff', '#111827')
    else doc.fillAndStroke('#e5e7eb', '#6b7280')
  })
  const time = timeText(entry.start, sheet.date, sheet.timeZone, words.locale)
  // There is room for a name; who is meant stands with the birth date on the page of the day.
  const text = [time, entry.patient === null ? entry.what : `${entry.patient.name} · ${entry.what}`].join(' ')
  const item = doc.struct('LI')
  list.add(item)
  put(doc, item, 'LBody', text, {
    x: x + 2,
    y: y + 1.5,
    width: width - 5,
    height: Math.max(7, height - 3),
    size: 6.5,
    colour: isTaken ? ink : quiet,
  })
}
