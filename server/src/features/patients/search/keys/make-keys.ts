import { blockKeysVersion, keysVersion } from '@foyer/patients'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { findableAgain } from './keep-findable.ts'
import { selectDue } from './store.ts'

const AT_ONCE = 500
const FIRST_MS = 200
const EVERY_MS = 3_600_000
/** Between batches, so that whoever works meanwhile goes first. */
const PAUSE_MS = 5
const TELL_EVERY = 20_000
const LEAST_ID = '00000000-0000-0000-0000-000000000000'

/** Makes the missing and outdated keys of one organization; answers how many. */
export async function makeMissingKeys(
  db: Db,
  on: { readonly isStopped: () => boolean; readonly onProgress: (made: number) => void },
): Promise<number> {
  let made = 0
  let after = LEAST_ID
  let told = 0
  while (!on.isStopped()) {
    const due = await selectDue(db, { search: keysVersion, match: blockKeysVersion }, after, AT_ONCE)
    const last = due.at(-1)
    if (!last) break
    const ids = due.map(({ id }) => id)
    await findableAgain(db, ids)
    made += due.length
    after = last.id
    if (made - told >= TELL_EVERY) {
      told = made
      on.onProgress(made)
    }
    await new Promise((done) => setTimeout(done, PAUSE_MS))
  }
  if (made > told) on.onProgress(made)
  return made
}

export interface KeyMaker {
  stop(): Promise<void>
}

/** Soon after the start, then once an hour: keys of older rules, and of people whom something else wrote. */
export function startKeyMaker(options: {
  organizations: () => readonly { slug: string; db: Db }[]
  onProgress: (organization: string, made: number) => void
  onFault: (error: unknown, organization: string) => void
}): KeyMaker {
  let running = Promise.resolve()
  let stopped = false

  async function round(): Promise<void> {
    for (const { slug, db } of options.organizations()) {
      if (stopped) return
      await makeMissingKeys(db, {
        isStopped: () => stopped,
        onProgress: (made) => options.onProgress(slug, made),
      }).catch((error: unknown) => options.onFault(error, slug))
    }
  }

  function next(wait: number): NodeJS.Timeout {
    return setTimeout(() => {
      running = round()
      timer = next(EVERY_MS)
    }, wait)
  }

  let timer = next(FIRST_MS)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
