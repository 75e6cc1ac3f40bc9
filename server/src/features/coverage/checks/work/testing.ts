import { Temporal } from '@foyer/kernel'
import { openPayerExchange } from '../../../../adapters/payers/exchange.ts'
import { systemClock } from '../../../../platform/clock.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import type { PayerExchange } from '../../../../platform/ports/payer-exchange.ts'
import { openKeys } from '../../../../platform/sealing/keys.ts'
import { TEST_SECRET } from '../../../../platform/testing/test-secret.ts'
import type { TestDatabase } from '../../../import/testing.ts'
import { type EligibilityWorker, startEligibilityWorker, type WorkerOptions } from './worker.ts'

/** When the worker of a test works: 2 December 2026, 10:00 in Chicago. Its clock stands still. */
export const workingAt = '2026-12-02T16:00:00Z'

export function riversideKeys(database: TestDatabase) {
  return openKeys(TEST_SECRET, database.organizations.find('riverside')?.id ?? '', () => workingAt)
}

/** Asks for Riverside over real sockets unless told otherwise; any fault of its own fails the test. */
export function startWorker(
  database: TestDatabase,
  db: Db,
  exchange: PayerExchange = openPayerExchange(() => workingAt),
  onLeft: WorkerOptions['onLeft'] = () => {},
): EligibilityWorker {
  return startEligibilityWorker({
    organizations: () => [{ slug: 'riverside', db }],
    exchange,
    now: () => Temporal.Instant.from(workingAt),
    newId: () => systemClock.id(),
    keysOf: () => riversideKeys(database),
    onFault: (error) => {
      throw error
    },
    onLeft,
    onTold: () => {},
  })
}

export interface QuestionOf {
  readonly patientId: string
  readonly coverageId: string
  readonly payerId: string
  readonly connectionId: string
}

/** A question that is due; answers its id. */
export async function aQuestion(
  db: Db,
  { patientId, coverageId, payerId, connectionId }: QuestionOf,
  more: { readonly reason: string; readonly asked_at?: string },
): Promise<string> {
  const question = {
    id: systemClock.id(),
    patient_id: patientId,
    coverage_id: coverageId,
    payer_id: payerId,
    connection_id: connectionId,
    service_date: '2026-12-02',
    service_types: ['98'],
    state: 'waiting',
    asked_at: workingAt,
    next_attempt_at: workingAt,
    ...more,
  }
  await db.insertInto('eligibility_check').values(question).execute()
  return question.id
}
