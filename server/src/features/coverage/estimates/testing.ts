import { readEligibilities } from '@foyer/coverage'
import { readInterchanges } from '@foyer/x12'
import type { Insertable } from 'kysely'
import { systemClock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'

const made = { imported_at: '2026-01-01T00:00:00Z', period_start: '2026-01-01' }

/** A list of prices with its fees in cents by code. Answers its id. */
export async function aPriceList(
  db: Db,
  fees: Readonly<Record<string, number>>,
  overrides: Partial<Insertable<OrganizationTables['fee_schedule']>> = {},
): Promise<string> {
  const id = overrides.id ?? systemClock.id()
  await db
    .insertInto('fee_schedule')
    .values({ name: 'Charges 2026', kind: 'charge', ...made, ...overrides, id })
    .execute()
  for (const [code, amount_cents] of Object.entries(fees))
    await db.insertInto('fee').values({ fee_schedule_id: id, code, amount_cents }).execute()
  return id
}

/** What a type of visit is in the words of payers: an office visit, and a blood test if it is wanted. */
export async function aBilling(db: Db, visitTypeId: string): Promise<void> {
  const procedures = [
    { code: '99213', modifiers: [], units: 1, optional: false },
    { code: '36415', modifiers: [], units: 1, optional: true },
  ]
  await db
    .insertInto('visit_type_billing')
    .values({ visit_type_id: visitTypeId, service_types: ['98'], procedures: JSON.stringify(procedures) })
    .execute()
}

/** Who bills for the whole practice. */
export async function aBiller(db: Db): Promise<string> {
  const id = systemClock.id()
  await db
    .insertInto('billing_provider')
    .values({ id, name: 'Riverside Family Health', npi: '1234567893', tax_id: '12-3456789' })
    .execute()
  return id
}

/** A question that was answered, as it was read. */
export async function anAnswer(
  db: Db,
  overrides: Partial<Insertable<OrganizationTables['eligibility_check']>> & {
    readonly patient_id: string
    readonly payer_id: string
    readonly result: string
  },
): Promise<string> {
  const id = overrides.id ?? systemClock.id()
  await db
    .insertInto('eligibility_check')
    .values({
      service_date: '2026-12-08',
      service_types: ['98'],
      reason: 'by-hand',
      asked_at: '2026-11-24T15:00:00Z',
      answered_at: '2026-11-24T15:00:02Z',
      state: 'answered',
      outcome: 'active',
      ...overrides,
      id,
    })
    .execute()
  return id
}

/** What `readEligibilities` makes of an active plan with a copay for office visits, for 8 December 2026. */
export function activeWithCopay(cents: number): string {
  const amount = (cents / 100).toFixed(2)
  const segments = [
    'ST*271*0001*005010X279A1',
    'BHT*0022*11*1*20261124*0900',
    'HL*1**20*1',
    'NM1*PR*2*PRAIRIE HEALTH PLAN*****PI*PRAIRIE1',
    'HL*2*1*21*1',
    'NM1*1P*2*RIVERSIDE CLINIC*****XX*1234567893',
    'HL*3*2*22*0',
    'NM1*IL*1*NGUYEN*ROSA****MI*M100200300',
    'EB*1**30',
    `EB*B**98***27*${amount}*****Y`,
    'SE*11*0001',
  ]
  const envelope = [
    'ISA*00*          *00*          *ZZ*PRAIRIE        *ZZ*RIVERSIDE      *261124*0900*^*00501*000000001*0*T*:',
    'GS*HB*PRAIRIE*RIVERSIDE*20261124*0900*1*X*005010X279A1',
    ...segments,
    'GE*1*1',
    'IEA*1*000000001',
  ]
  const { interchanges } = readInterchanges(Buffer.from(`${envelope.join('~')}~`))
  const set = interchanges[0]?.groups[0]?.sets[0]
  const read = readEligibilities(set?.segments ?? [], { serviceDate: '2026-12-08', serviceTypes: ['98'] })
  return JSON.stringify(read)
}
