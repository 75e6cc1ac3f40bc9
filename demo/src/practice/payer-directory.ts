import type { PlannedDirectory, PlannedProcedure, PlannedVisitBilling } from '../plan.ts'
import { plansOf } from '../records/coverages.ts'
import { planFees } from './fees.ts'
import { serviceWords } from './services.ts'
import { payers, sites } from './sites.ts'

/** Every way leads to the sandbox, whose address is filled in when it starts. */
const nowhere = 'http://127.0.0.1:1/'
const nowhereForFiles = 'sftp://127.0.0.1:1/'

const ends = { senderId: 'RIVERSIDE', receiverId: 'SANDBOX', settings: {} } as const

const connections: PlannedDirectory['connections'] = [
  { key: 'clearinghouse', name: 'Sandbox clearinghouse', kind: 'core-mime', address: nowhere, ...ends },
  { key: 'medicare', name: 'Sandbox Medicare', kind: 'core-soap', address: nowhere, ...ends },
  { key: 'medicaid', name: 'Sandbox Medicaid (files)', kind: 'sftp', address: nowhereForFiles, ...ends },
]

/** Which way each payer goes; Harbor Mutual has not been enrolled, as happens. */
const wayOf: Readonly<Record<string, string>> = {
  'blue-cross': 'clearinghouse',
  aetna: 'clearinghouse',
  united: 'clearinghouse',
  medicare: 'medicare',
  medicaid: 'medicaid',
}

/** Valid as numbers, given to nobody by this practice's name. */
const npis: Readonly<Record<string, string>> = { chicago: '1457399214', dayton: '1604853170' }
const npiOfAll = '1782014561'

function procedure(code: string, more: Partial<PlannedProcedure> = {}): PlannedProcedure {
  const words = serviceWords[code]
  if (!words) throw new Error(`no words for ${code}`)
  return { code, modifiers: [], units: 1, optional: false, words, ...more }
}

const sometimes = { optional: true } as const

function visit(
  visitType: string,
  serviceTypes: readonly string[],
  procedures: readonly PlannedProcedure[],
  placeOfService = '11',
): PlannedVisitBilling {
  return { visitType, serviceTypes, procedures, placeOfService }
}

const visits: readonly PlannedVisitBilling[] = [
  visit('new-patient', ['98'], [procedure('99203'), procedure('36415', sometimes)]),
  visit('new-patient-interpreter', ['98'], [procedure('99203')]),
  visit('annual', ['98', '81'], [procedure('99396'), procedure('80053', sometimes)]),
  visit('follow-up', ['98'], [procedure('99213')]),
  visit('follow-up-interpreter', ['98'], [procedure('99213')]),
  visit('telehealth', ['98'], [procedure('99213', { modifiers: ['95'] })], '10'),
  visit('bp-check', ['98'], [procedure('99211')]),
  visit('well-child', ['98', '68'], [procedure('99392'), procedure('90460', sometimes)]),
  visit('sick-child', ['98'], [procedure('99213'), procedure('87880', sometimes)]),
  visit('same-day', ['98'], [procedure('99213'), procedure('87880', sometimes)]),
  visit('travel-vaccines', ['80'], [procedure('90471'), procedure('90691', sometimes)]),
  visit('procedure', ['98', '2'], [procedure('11102')]),
  visit('ultrasound', ['4', '73'], [procedure('76856')]),
  visit('mri', ['62', '73'], [procedure('70553'), procedure('A9579', { units: 15 })]),
  visit(
    'physical-therapy',
    ['PT'],
    [procedure('97110', { modifiers: ['GP'], units: 2 }), procedure('97140', sometimes)],
  ),
  visit('counseling', ['MH', 'A4'], [procedure('90834')]),
  visit('infusion', ['30'], [procedure('96365'), procedure('96366', sometimes)]),
  visit('lab-draw', ['5'], [procedure('36415'), procedure('80053'), procedure('83036', sometimes)]),
  visit('diabetes-class', ['30'], [procedure('G0109', { units: 2 })]),
]

const transactions = ['270', '276', '837P', '835'] as const

/** How the practice is known to payers, by which ways it asks them, what visits are to them and what they cost. */
export function planDirectory(today: string): PlannedDirectory {
  const since = `${Number(today.slice(0, 4)) - 1}-03-01`
  return {
    plans: payers.flatMap(({ key }) => plansOf(key).map((plan) => ({ payer: key, ...plan }))),
    connections,
    enrolments: payers.flatMap(({ key, payerId }) => {
      const connection = wayOf[key]
      if (connection === undefined) return []
      return transactions.map((transaction) => ({
        payer: key,
        connection,
        transaction,
        knownAs: payerId,
        // Remittances are asked for last, and Medicare takes its time.
        state: key === 'medicare' && transaction === '835' ? ('sent' as const) : ('active' as const),
        since,
      }))
    }),
    billingProviders: [
      { key: 'practice', site: null, name: 'Riverside Family Health', npi: npiOfAll, taxId: '36-0000417' },
      ...sites.map(({ key, name }) => ({ key, site: key, name, npi: npis[key] ?? npiOfAll, taxId: '36-0000417' })),
    ],
    visits,
    ...planFees(today),
  }
}
