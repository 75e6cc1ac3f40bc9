import type { FastifyInstance } from 'fastify'
import type { Pool } from '../database/pool.ts'
import { Problem } from './problem.ts'

/** `/healthz`: the process lives. `/readyz`: it can reach its database. */
export function registerHealth(app: FastifyInstance, pool: Pool): void {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    await pool.pg.query('select 1').catch(() => {
      throw new Problem('not-ready')
    })
    return { status: 'ready' }
  })
}
