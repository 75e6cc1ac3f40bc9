/** One picture of several: how something grows along x. */
export interface Panel {
  readonly x: string
  /** In order of x. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** One quantity, with a scale of its own that its panels share. */
export interface Row {
  readonly name: string
  readonly y: string
  readonly panels: readonly Panel[]
}

export interface Chart {
  readonly title: string
  /** For who cannot see it: what it shows, with its figures. */
  readonly description: string
  readonly rows: readonly Row[]
}

const [width, height] = [230, 76]
const margin = { left: 150, right: 14, top: 44, bottom: 44 }
const gap = { x: 48, y: 30 }

// Both themes reach 4.5 : 1.
const style = `
.ground { fill: #ffffff } text { fill: #1f2933; font: 12px system-ui, sans-serif } .small { font-size: 11px }
.title { font-size: 14px; font-weight: 600 } .name { font-weight: 600 } .grid { stroke: #d5dbe1 } .axis { stroke: #616e7c }
.line { fill: none; stroke-width: 2; stroke: #0b5c7a } .mark { fill: #0b5c7a }
@media (prefers-color-scheme: dark) {
.ground { fill: #12181f } text { fill: #e4e7eb } .grid { stroke: #323f4b } .axis { stroke: #9aa5b1 }
.line { stroke: #62c3e6 } .mark { fill: #62c3e6 }
}`

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A round distance between lines of the grid, so that there are two to five up to `most`. */
export function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 2))
  const factor = [1, 2, 5, 10].findLast((one) => one * power <= most / 2) ?? 1
  return factor * power
}

interface Place {
  readonly left: number
  readonly top: number
  readonly step: number
  /** Value at the upper edge. */
  readonly most: number
}

function panelSvg({ points }: Panel, { left, top, step, most }: Place, isNumbered: boolean): string {
  const [low, high] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 1]
  const across = (x: number): string => (left + (high === low ? 0.5 : (x - low) / (high - low)) * width).toFixed(1)
  const down = (y: number): string => (top + height - (y / most) * height).toFixed(1)
  const lines = Array.from({ length: Math.round(most / step) + 1 }, (_, at) => at * step).map((y) => {
    const at = down(y)
    const label = `<text class="small" x="${left - 6}" y="${(Number(at) + 4).toFixed(1)}" text-anchor="end">${Number(y.toPrecision(6))}</text>`
    const grid = `<line class="${y === 0 ? 'axis' : 'grid'}" x1="${left}" x2="${left + width}" y1="${at}" y2="${at}"/>`
    return isNumbered ? `${grid}${label}` : grid
  })
  const under = top + height
  const ticks = points.map(({ x }) => {
    const number = `<text class="small" x="${across(x)}" y="${under + 15}" text-anchor="middle">${x}</text>`
    return `<line class="axis" x1="${across(x)}" x2="${across(x)}" y1="${under}" y2="${under + 4}"/>${number}`
  })
  const path = points.map(({ x, y }) => `${across(x)},${down(y)}`).join(' ')
  const marks = points.map(({ x, y }) => `<circle class="mark" cx="${across(x)}" cy="${down(y)}" r="3"/>`)
  return [...lines, ...ticks, `<polyline class="line" points="${path}"/>`, ...marks].join('\n')
}

function rowSvg({ name, y, panels }: Row, top: number): string {
  const largest = Math.max(...panels.flatMap(({ points }) => points.map((point) => point.y)))
  const step = stepFor(largest)
  const most = Math.ceil(largest / step) * step
  const label = `<text class="name" x="12" y="${top + height / 2}">${escaped(name)}</text><text class="small" x="12" y="${top + height / 2 + 15}">${escaped(y)}</text>`
  const pictures = panels.map((panel, at) => panelSvg(panel, { left: leftOf(at), top, step, most }, at === 0))
  return [label, ...pictures].join('\n')
}

function leftOf(panel: number): number {
  return margin.left + panel * (width + gap.x)
}

/** A picture of a row for each quantity, that stands by itself and fits the theme of whoever looks. */
export function chartSvg({ title, description, rows }: Chart): string {
  const panels = rows[0]?.panels ?? []
  const topOf = (row: number): number => margin.top + row * (height + gap.y)
  const wide = leftOf(panels.length - 1) + width + margin.right
  const tall = topOf(rows.length - 1) + height + margin.bottom
  const labels = panels.map(
    ({ x }, at) => `<text x="${leftOf(at) + width / 2}" y="${tall - 12}" text-anchor="middle">${escaped(x)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${tall}" width="${wide}" height="${tall}" role="img" aria-labelledby="title desc">
<title id="title">${escaped(title)}</title>
<desc id="desc">${escaped(description)}</desc>
<style>${style}
</style>
<rect class="ground" width="${wide}" height="${tall}"/>
<text class="title" x="12" y="22">${escaped(title)}</text>
${rows.map((row, at) => rowSvg(row, topOf(at))).join('\n')}
${labels.join('\n')}
</svg>
`
}
