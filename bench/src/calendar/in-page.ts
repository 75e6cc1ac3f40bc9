import type { CDPSession, Page } from 'playwright-core'

/** What one way of moving over the grid cost. Times in milliseconds. */
export interface Frames {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly worst: number
  /** Work of the main thread for each frame: script, style, layout, paint. */
  readonly work: number
}

/** Runs in every page before anything else: when the first visit stood on the screen. */
export const watchFirstVisit = (): void => {
  const seen = globalThis as unknown as { firstVisitAt?: number }
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-column] [data-visit]')) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => (seen.firstVisitAt = performance.now())))
  }).observe(document, { childList: true, subtree: true })
}

/** From the arrival of the day to the second frame after its visits exist. */
export function mountTime(page: Page): Promise<number> {
  return page.evaluate(() => {
    const day = performance.getEntriesByType('resource').find(({ name }) => /\/days\//.test(name))
    const seen = globalThis as unknown as { firstVisitAt?: number }
    return (
      (seen.firstVisitAt ?? Number.NaN) - ((day as PerformanceResourceTiming | undefined)?.responseEnd ?? Number.NaN)
    )
  })
}

export function nodesOfGrid(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('[data-body]')?.parentElement?.querySelectorAll('*').length ?? 0)
}

async function taskSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

/** Scrolls a little with every frame, there and back, and takes the time between frames. */
export async function scrolled(page: Page, devtools: CDPSession, along: 'sideways' | 'down'): Promise<Frames> {
  const before = await taskSeconds(devtools)
  const deltas = await page.evaluate(async (way) => {
    const frame = document.querySelector('[data-body]')?.parentElement
    if (!frame) throw new Error('there is no grid')
    const times: number[] = []
    const [far, step] =
      way === 'sideways' ? [frame.scrollWidth - frame.clientWidth, 24] : [frame.scrollHeight - frame.clientHeight, 12]
    let at = 0
    let direction = 1
    let last = performance.now()
    await new Promise<void>((done) => {
      const next = (now: number): void => {
        times.push(now - last)
        last = now
        at += direction * step
        if (at >= far || at <= 0) direction = -direction
        at = Math.min(far, Math.max(0, at))
        if (way === 'sideways') frame.scrollLeft = at
        else frame.scrollTop = at
        if (times.length < 300) requestAnimationFrame(next)
        else done()
      }
      requestAnimationFrame(next)
    })
    return times.slice(1)
  }, along)
  return framesOf(deltas, (await taskSeconds(devtools)) - before)
}

/** Carries a visit over the columns with the mouse. */
export async function carried(page: Page, devtools: CDPSession): Promise<Frames> {
  const box = await page.locator('[data-column] [data-visit]').nth(2).boundingBox()
  if (!box) throw new Error('there is no visit to carry')
  await page.evaluate(() => {
    const times: number[] = []
    const seen = globalThis as unknown as { carryTimes: number[]; isCarrying: boolean }
    seen.carryTimes = times
    seen.isCarrying = true
    let last = performance.now()
    const next = (now: number): void => {
      times.push(now - last)
      last = now
      if (seen.isCarrying) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  const before = await taskSeconds(devtools)
  await page.mouse.move(box.x + 20, box.y + 5)
  await page.mouse.down()
  for (let step = 0; step < 150; step += 1) await page.mouse.move(box.x + 20 + step * 4, box.y + 5 + (step % 50) * 4)
  const deltas = await page.evaluate(() => {
    const seen = globalThis as unknown as { carryTimes: number[]; isCarrying: boolean }
    seen.isCarrying = false
    return seen.carryTimes.slice(1)
  })
  const after = await taskSeconds(devtools)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return framesOf(deltas, after - before)
}

function framesOf(deltas: readonly number[], seconds: number): Frames {
  const sorted = [...deltas].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), worst: at(1), work: (seconds * 1000) / sorted.length }
}
