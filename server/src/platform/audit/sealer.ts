import type { Db } from '../database/organization-db.ts'
import { type Mark, MOST_IN_A_BATCH, sealUpTo, takeMark } from './seal.ts'

export interface Sealer {
  stop(): Promise<void>
}

const TICK_MS = 1000

/** Follows the audit trail of the organizations and seals what has settled, once a second. */
export function startSealer(options: {
  organizations: () => readonly { slug: string; db: Db }[]
  key: Buffer
  now: () => { ms: number; iso: string }
  onFault: (error: unknown, organization: string) => void
}): Sealer {
  const marks = new Map<string, Mark>()

  async function follow(slug: string, db: Db): Promise<void> {
    const mark = marks.get(slug)
    if (mark) {
      let sealed = 0
      let batch: number
      do {
        batch = await sealUpTo(db, { key: options.key, organization: slug }, mark, options.now())
        sealed += batch
      } while (batch === MOST_IN_A_BATCH)
      if (sealed === 0 && options.now().ms - mark.takenAt < 5 * TICK_MS) return
    }
    marks.set(slug, await takeMark(db, options.now().ms))
  }

  async function round(): Promise<void> {
    for (const { slug, db } of options.organizations())
      await follow(slug, db).catch((error: unknown) => options.onFault(error, slug))
  }

  let running = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = round().finally(() => {
      busy = false
    })
  }, TICK_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
