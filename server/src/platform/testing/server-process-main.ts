import { resolve } from 'node:path'
import { pino } from 'pino'
import { openPayerExchange } from '../../adapters/payers/exchange.ts'
import { highsSolver } from '../../adapters/solver/highs.ts'
import { buildApp } from '../../app.ts'
import { systemClock } from '../clock.ts'
import { openPool } from '../database/pool.ts'
import { TEST_SECRET } from './test-secret.ts'

const url = process.env['FOYER_TEST_DATABASE'] ?? ''
const pool = openPool({ url, size: 8, onError: () => {} })
const app = await buildApp({
  pool,
  databaseUrl: url,
  migrations: resolve(import.meta.dirname, '../../../migrations'),
  clock: systemClock,
  secret: TEST_SECRET,
  log: pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true })),
  webFolder: '/nonexistent',
  publicUrl: null,
  exchange: openPayerExchange(() => systemClock.now().toString()),
  solver: highsSolver(),
  mailer: null,
  searchesPerMinute: 100_000,
  proofBits: 6,
  demoPassword: null,
})
process.once('SIGTERM', () => {
  void app
    .stop()
    .then(() => pool.end())
    .finally(() => process.exit(0))
})
const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`ready at ${address}\n`)
