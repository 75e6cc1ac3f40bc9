import { expect, test } from 'vitest'
import { chartSvg, stepFor } from './chart.ts'

const chart = (most: number) =>
  chartSvg({
    title: 'How <it> grows',
    description: 'Twice the days & twice the time.',
    y: 'ms',
    panels: ['days', 'fill'].map((x) => ({
      x,
      series: [
        { name: 'all', points: [30, 60, 90].map((at) => ({ x: at, y: (at / 90) * most })) },
        { name: 'first', points: [30, 60, 90].map((at) => ({ x: at, y: 0 })) },
      ],
    })),
  })

test('the grid has four to ten lines, at round numbers', () => {
  for (let most = 0.011; most < 5000; most *= 1.07) {
    const lines = Math.ceil(most / stepFor(most))
    expect(lines).toBeGreaterThanOrEqual(4)
    expect(lines).toBeLessThanOrEqual(10)
    expect(String(Number(stepFor(most).toPrecision(6)))).toMatch(/^0?\.?0*[125]0*$/)
  }
})

test('every point lies inside, the largest near the top and nothing at the bottom line', () => {
  for (const most of [0.3, 5.6, 12.1, 990]) {
    const svg = chart(most)
    const [, tall] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.slice(1).map(Number) ?? []
    const curves = [...svg.matchAll(/points="([^"]+)"/g)].map(([, points = '']) =>
      points.split(' ').map((point) => Number(point.split(',')[1])),
    )
    expect(curves).toHaveLength(4)
    const [all = [], first = []] = curves
    expect(Math.min(...all)).toBeGreaterThanOrEqual(64)
    expect(Math.min(...all)).toBeLessThan(64 + 210 / 3)
    expect(first).toEqual([274, 274, 274])
    expect(Math.max(...all)).toBeLessThan(tall ?? 0)
  }
})

test('it says what it shows, and its words cannot end it', () => {
  const svg = chart(3)
  expect(svg).toContain('<title id="title">How &lt;it&gt; grows</title>')
  expect(svg).toContain('<desc id="desc">Twice the days &amp; twice the time.</desc>')
  expect(svg).toContain('prefers-color-scheme: dark')
})
