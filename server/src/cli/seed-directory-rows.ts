import type { DemoPlan } from '@foyer/demo'
import type { SeedRows } from '../features/import/index.ts'
import { seedId } from './seed-id.ts'

export type DirectoryRows = Pick<
  SeedRows,
  | 'plan'
  | 'payer_connection'
  | 'payer_enrolment'
  | 'billing_provider'
  | 'visit_type_billing'
  | 'fee_schedule'
  | 'fee'
  | 'sliding_step'
>

export function planId(payer: string, name: string): string {
  return seedId('plan', `${payer} ${name}`)
}

/** How payers are asked, what visits are to them, and prices. Every connection leads to the sandbox, as a test. */
export function directoryRows({ directory, sites }: DemoPlan, importedAt: string): DirectoryRows {
  const addressOf = new Map(sites.map(({ key, address }) => [key, address]))
  return {
    plan: directory.plans.map(({ payer, name, type, isInNetwork }) => {
      return {
        id: planId(payer, name),
        payer_id: seedId('payer', payer),
        name,
        type,
        in_network: isInNetwork,
        active: true,
      }
    }),
    payer_connection: directory.connections.map(({ key, name, kind, address, settings, senderId, receiverId }) => ({
      id: seedId('payer-connection', key),
      name,
      kind,
      address,
      settings: { ...settings },
      sender_id: senderId,
      receiver_id: receiverId,
      usage: 'T',
      active: true,
      is_sandbox: true,
      last_control: 0,
      failures: 0,
    })),
    payer_enrolment: directory.enrolments.map(({ payer, connection, transaction, knownAs, state, since }) => ({
      payer_id: seedId('payer', payer),
      connection_id: seedId('payer-connection', connection),
      transaction,
      known_as: knownAs,
      state,
      since,
    })),
    billing_provider: directory.billingProviders.map(({ key, site, name, npi, taxId }) => ({
      id: seedId('billing-provider', key),
      site_id: site === null ? null : seedId('site', site),
      name,
      npi,
      tax_id: taxId,
      // Family medicine.
      taxonomy: '207Q00000X',
      address: { ...addressOf.get(site ?? 'chicago') },
    })),
    visit_type_billing: directory.visits.map(({ visitType, serviceTypes, procedures, placeOfService }) => ({
      visit_type_id: seedId('visit-type', visitType),
      service_types: [...serviceTypes],
      procedures: procedures.map((one) => ({ ...one, modifiers: [...one.modifiers], words: { ...one.words } })),
      place_of_service: placeOfService,
    })),
    fee_schedule: directory.feeSchedules.map(({ key, name, kind, payer, periodStart, periodEnd }) => ({
      id: seedId('fee-schedule', key),
      name,
      kind,
      payer_id: payer === null ? null : seedId('payer', payer),
      period_start: periodStart,
      period_end: periodEnd,
      imported_at: importedAt,
      imported_by: null,
    })),
    fee: directory.feeSchedules.flatMap(({ key, fees }) =>
      fees.map(({ code, modifier, amountCents }) => ({
        fee_schedule_id: seedId('fee-schedule', key),
        code,
        modifier,
        amount_cents: amountCents,
      })),
    ),
    sliding_step: directory.slidingSteps.map(({ upToPercent, paysPercent, paysCents }) => ({
      id: seedId('sliding-step', String(upToPercent)),
      up_to_percent: upToPercent,
      pays_percent: paysPercent,
      pays_cents: paysCents,
    })),
  }
}
