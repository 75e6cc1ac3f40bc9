import type { Installation } from './installation.ts'

const LOOK_MS = 2000

/**
 * Looks after the embedded PostgreSQL: one that was killed is started again at the same place, and the pool finds it
 * there. A database of one's own (`DATABASE_URL`) is somebody else's to look after.
 */
export function watchDatabase(installation: Installation, onEvent: (event: string) => void): () => void {
  let busy = false

  async function look(): Promise<void> {
    try {
      await installation.pool.pg.query('select 1')
    } catch {
      onEvent('database.gone')
      await installation.revive()
      onEvent('database.revived')
    }
  }

  const timer = setInterval(() => {
    if (busy) return
    busy = true
    void look()
      .catch(() => onEvent('database.revive-failed'))
      .finally(() => {
        busy = false
      })
  }, LOOK_MS)
  return () => clearInterval(timer)
}
