import { asArtifact, type Doc, heightOf, ink, put, quiet, type Section } from '../../../../platform/pdf/page-text.ts'

export const page = { left: 60, right: 552, top: 56, bottom: 736 }
export const width = page.right - page.left

/** A sheet that goes on on the next page where the room is not enough. */
export interface Sheet {
  readonly doc: Doc
  readonly root: Section
}

export interface TextOf {
  readonly size?: number
  readonly heavy?: boolean
  readonly colour?: string
  /** Points above it. */
  readonly above?: number
}

export function makeRoom({ doc }: Sheet, needed: number): void {
  if (doc.y + needed <= page.bottom) return
  doc.addPage()
  doc.y = page.top
}

export function paragraph(sheet: Sheet, tag: string, text: string, of: TextOf = {}): void {
  const { doc, root } = sheet
  const { above = 4, ...style } = of
  makeRoom(sheet, above + heightOf(doc, text, { ...style, width }))
  put(doc, root, tag, text, { ...style, x: page.left, y: doc.y + above, width })
}

export function rule({ doc }: Sheet, above = 8): void {
  doc.y += above
  asArtifact(doc, 'Layout', () =>
    doc.moveTo(page.left, doc.y).lineTo(page.right, doc.y).lineWidth(0.75).strokeColor('#d0d5dd').stroke(),
  )
  doc.y += 4
}

export interface Row {
  readonly cells: readonly string[]
  readonly tags?: readonly string[]
  readonly heavy?: boolean
  readonly colour?: string
}

/** Columns by their widths; the last one is of amounts and stands to the right. */
export function table(sheet: Sheet, widths: readonly number[], rows: readonly Row[]): void {
  const { doc, root } = sheet
  const element = doc.struct('Table')
  root.add(element)
  const isLast = (at: number): boolean => at === widths.length - 1
  for (const { cells, tags = [], heavy = false, colour = ink } of rows) {
    const style = { heavy, size: 10.5, colour }
    const heights = cells.map((cell, at) => heightOf(doc, cell, { ...style, width: (widths[at] ?? 0) - 8 }))
    makeRoom(sheet, Math.max(...heights) + 6)
    const row = doc.struct('TR')
    element.add(row)
    const y = doc.y + 4
    let x = page.left
    let end = y
    for (const [at, cell] of cells.entries()) {
      const cellWidth = (widths[at] ?? 0) - (isLast(at) ? 0 : 8)
      const tag = tags[at] ?? 'TD'
      put(doc, row, tag, cell, { ...style, x, y, width: cellWidth, ...(isLast(at) ? { align: 'right' } : {}) })
      end = Math.max(end, doc.y)
      x += widths[at] ?? 0
    }
    doc.y = end
  }
}

/** Label and value side by side. */
export function facts(sheet: Sheet, rows: readonly (readonly [string, string])[]): void {
  const { doc, root } = sheet
  const element = doc.struct('Table')
  root.add(element)
  for (const [label, value] of rows) {
    makeRoom(sheet, heightOf(doc, value, { width: width - 150 }) + 5)
    const row = doc.struct('TR')
    element.add(row)
    const y = doc.y + 4
    put(doc, row, 'TH', label, { x: page.left, y, width: 142, colour: quiet })
    put(doc, row, 'TD', value, { x: page.left + 150, y, width: width - 150 })
  }
}
