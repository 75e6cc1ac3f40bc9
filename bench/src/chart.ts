export interface Series {
  readonly name: string
  /** In order of x. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** One picture of several: what grows along x. */
export interface Panel {
  readonly x: string
  readonly series: readonly Series[]
}

export interface Chart {
  readonly title: string
  /** For who cannot see it: what it shows, with its figures. */
  readonly description: string
  readonly y: string
  /** Side by side, with one scale for y. */
  readonly panels: readonly Panel[]
}

const [width, height] = [250, 210]
const margin = { left: 46, right: 12, top: 64, bottom: 46 }
const gap = 26

// Series differ in dash and mark too, not in colour alone; both themes reach 4.5 : 1.
const style = `
.ground { fill: #ffffff } text { fill: #1f2933; font: 12px system-ui, sans-serif } .small { font-size: 11px }
.title { font-size: 14px; font-weight: 600 } .grid { stroke: #d5dbe1 } .axis { stroke: #616e7c }
.line { fill: none; stroke-width: 2 } .s0 { stroke: #0b5c7a } .s1 { stroke: #a34100; stroke-dasharray: 5 3 }
.m0 { fill: #0b5c7a } .m1 { fill: #a34100 }
@media (prefers-color-scheme: dark) {
.ground { fill: #12181f } text { fill: #e4e7eb } .grid { stroke: #323f4b } .axis { stroke: #9aa5b1 }
.s0 { stroke: #62c3e6 } .s1 { stroke: #f4a261 } .m0 { fill: #62c3e6 } .m1 { fill: #f4a261 }
}`

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A round distance between lines of the grid, so that there are four to ten up to `most`. */
export function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 4))
  const factor = [1, 2, 5, 10].findLast((one) => one * power <= most / 4) ?? 1
  return factor * power
}

function markAt(number: number, x: number, y: number): string {
  const [cx, cy] = [x.toFixed(1), y.toFixed(1)]
  if (number === 0) return `<circle class="m0" cx="${cx}" cy="${cy}" r="3.5"/>`
  return `<rect class="m1" x="${(x - 3).toFixed(1)}" y="${(y - 3).toFixed(1)}" width="6" height="6"/>`
}

function panelSvg({ x: label, series }: Panel, left: number, step: number, top: number): string {
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].toSorted((a, b) => a - b)
  const [low, high] = [xs[0] ?? 0, xs.at(-1) ?? 1]
  const across = (x: number): number => left + (high === low ? 0.5 : (x - low) / (high - low)) * width
  const down = (y: number): number => margin.top + height - (y / top) * height
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step).map((y) => {
    const at = down(y).toFixed(1)
    const number = `<text class="small" x="${left - 6}" y="${(down(y) + 4).toFixed(1)}" text-anchor="end">${Number(y.toPrecision(6))}</text>`
    return `<line class="${y === 0 ? 'axis' : 'grid'}" x1="${left}" x2="${left + width}" y1="${at}" y2="${at}"/>${number}`
  })
  const under = margin.top + height
  const ticks = xs.map((x) => {
    const at = across(x).toFixed(1)
    const number = `<text class="small" x="${at}" y="${under + 18}" text-anchor="middle">${x}</text>`
    return `<line class="axis" x1="${at}" x2="${at}" y1="${under}" y2="${under + 4}"/>${number}`
  })
  const curves = series.map(({ points }, number) => {
    const path = points.map(({ x, y }) => `${across(x).toFixed(1)},${down(y).toFixed(1)}`).join(' ')
    const marks = points.map(({ x, y }) => markAt(number, across(x), down(y))).join('')
    return `<polyline class="line s${number}" points="${path}"/>${marks}`
  })
  const name = `<text x="${left + width / 2}" y="${under + 38}" text-anchor="middle">${escaped(label)}</text>`
  return [...lines, ...ticks, ...curves, name].join('\n')
}

/** A picture of up to two series in each panel, that stands by itself and fits the theme of whoever looks. */
export function chartSvg({ title, description, y, panels }: Chart): string {
  const values = panels.flatMap(({ series }) => series.flatMap(({ points }) => points.map((point) => point.y)))
  const most = Math.max(...values)
  const step = stepFor(most)
  const top = Math.ceil(most / step) * step
  const lefts = panels.map((_, at) => margin.left + at * (margin.left + width + gap))
  const [wide, tall] = [(lefts.at(-1) ?? 0) + width + margin.right, margin.top + height + margin.bottom]
  const legend = (panels[0]?.series ?? []).map(({ name }, number) => {
    const x = margin.left + number * 150
    const line = `<line class="line s${number}" x1="${x}" x2="${x + 26}" y1="40" y2="40"/>`
    return `${line}${markAt(number, x + 13, 40)}<text x="${x + 33}" y="44">${escaped(name)}</text>`
  })
  const unit = `<text class="small" x="${margin.left - 6}" y="${margin.top - 10}" text-anchor="end">${escaped(y)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${tall}" width="${wide}" height="${tall}" role="img" aria-labelledby="title desc">
<title id="title">${escaped(title)}</title>
<desc id="desc">${escaped(description)}</desc>
<style>${style}
</style>
<rect class="ground" width="${wide}" height="${tall}"/>
<text class="title" x="${margin.left}" y="22">${escaped(title)}</text>
${legend.join('\n')}
${unit}
${panels.map((panel, at) => panelSvg(panel, lefts[at] ?? 0, step, top)).join('\n')}
</svg>
`
}
