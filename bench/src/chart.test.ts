import { expect, test } from 'vitest'
import { chartSvg, stepFor } from './chart.ts'

const chart = (most: number) =>
  chartSvg({
    title: 'How <it> grows',
    description: 'Twice the days & twice the time.',
    rows: [
      { name: 'all', y: 'ms', most },
      { name: 'first', y: 'µs', most: most * 1000 },
    ].map(({ name, y, most: largest }) => ({
      name,
      y,
      panels: ['days', 'fill'].map((x) => ({
        x,
        points: [0, 45, 90].map((at) => ({ x: at, y: (at / 90) * largest })),
      })),
    })),
  })

test('the grid has two to five lines, at round numbers', () => {
  for (let most = 0.011; most < 5000; most *= 1.07) {
    const lines = Math.ceil(most / stepFor(most))
    expect(lines).toBeGreaterThanOrEqual(2)
    expect(lines).toBeLessThanOrEqual(5)
    expect(String(Number(stepFor(most).toPrecision(6)))).toMatch(/^0?\.?0*[125]0*$/)
  }
})

test('every point lies inside its row, whatever its unit: nothing at the line below, the largest near the top', () => {
  for (const most of [0.3, 5.6, 12.1, 990]) {
    const svg = chart(most)
    const [wide = 0, tall = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.slice(1).map(Number) ?? []
    const curves = [...svg.matchAll(/points="([^"]+)"/g)].map(([, points = '']) =>
      points.split(' ').map((point) => point.split(',').map(Number)),
    )
    expect(curves).toHaveLength(4)
    for (const [at, curve] of curves.entries()) {
      const [top, under] = at < 2 ? [44, 120] : [150, 226]
      const heights = curve.map(([, y = 0]) => y)
      expect(heights[0]).toBe(under)
      expect(heights.at(-1)).toBeGreaterThanOrEqual(top)
      expect(heights.at(-1)).toBeLessThan(top + 76 / 2)
      for (const [x = 0] of curve) expect(x).toBeLessThan(wide)
      expect(under).toBeLessThan(tall)
    }
  }
})

test('it says what it shows, and its words cannot end it', () => {
  const svg = chart(3)
  expect(svg).toContain('<title id="title">How &lt;it&gt; grows</title>')
  expect(svg).toContain('<desc id="desc">Twice the days &amp; twice the time.</desc>')
  expect(svg).toContain('prefers-color-scheme: dark')
})
