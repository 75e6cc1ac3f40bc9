import { refuse, type Result } from '@foyer/kernel'
import { databaseFault } from '../../../platform/database/organization-db.ts'

interface Clash {
  readonly reason: 'clash'
  readonly table: string
  readonly constraint: string
}

/**
 * A rule of the database that lets a thing stand once for each person (unique, or no two at one time) has the last word
 * when rows change hands: its name says what must be settled first.
 */
export async function clashOf<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | Clash>> {
  try {
    return await work()
  } catch (error) {
    const fault = databaseFault(error)
    if (!fault || !['23505', '23P01'].includes(fault.code) || fault.constraint === null) throw error
    const table = error instanceof Error && 'table' in error && typeof error.table === 'string' ? error.table : ''
    return refuse({ reason: 'clash', table, constraint: fault.constraint })
  }
}
