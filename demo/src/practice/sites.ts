import type { DemoSite } from '../people/index.ts'
import type { PlannedPayer, PlannedSite, PlannedStaff } from '../plan.ts'

export const chicagoZone = 'America/Chicago'
export const daytonZone = 'America/New_York'

export const sites: readonly PlannedSite[] = [
  {
    key: 'chicago',
    name: 'Riverside Chicago',
    timeZone: chicagoZone,
    phone: '+13125550100',
    address: { line: '1450 Riverside Walk', city: 'Chicago', state: 'IL', postalCode: '60607' },
  },
  {
    key: 'dayton',
    name: 'Riverside Dayton',
    timeZone: daytonZone,
    phone: '+19375550100',
    address: { line: '208 Millrace Street', city: 'Dayton', state: 'OH', postalCode: '45402' },
  },
]

export const zoneOf: Readonly<Record<DemoSite, string>> = { chicago: chicagoZone, dayton: daytonZone }

function colleague(
  name: string,
  role: PlannedStaff['role'],
  site: DemoSite,
  language: PlannedStaff['language'] = 'en',
): PlannedStaff {
  const mailbox = name
    .replace(/^Dr\. /, '')
    .toLowerCase()
    .replaceAll(' ', '.')
  return { key: mailbox, email: `${mailbox}@riverside.example`, name, role, language, site }
}

/** Whoever shows the product signs in as the first. */
export const staff: readonly PlannedStaff[] = [
  colleague('Rosa Delgado', 'coordinator', 'chicago'),
  colleague('Mia Tran', 'junior', 'chicago'),
  colleague('Sam Whitaker', 'senior', 'chicago'),
  colleague('Priya Nair', 'lead', 'chicago'),
  colleague('Helen Brooks', 'manager', 'chicago'),
  colleague('Dr. Chidi Okafor', 'clinician', 'chicago'),
  colleague('Mateo Rivas', 'coordinator', 'dayton', 'es'),
]

/** Who usually stands at the desk of a site. */
export const deskOf: Readonly<Record<DemoSite, string>> = { chicago: 'rosa.delgado', dayton: 'mateo.rivas' }

function payer(key: string, name: string, payerId: string, last: string, kind: PlannedPayer['kind'] = 'commercial') {
  return { key, name, payerId, kind, phone: `+18005550${last}` }
}

export const payers: readonly PlannedPayer[] = [
  payer('blue-cross', 'Blue Cross PPO', 'DEMO1', '101'),
  payer('aetna', 'Aetna', 'DEMO2', '102'),
  payer('united', 'UnitedHealthcare', 'DEMO3', '103'),
  payer('medicare', 'Medicare', 'DEMO4', '104', 'medicare'),
  payer('medicaid', 'Medicaid', 'DEMO5', '105', 'medicaid'),
  payer('harbor', 'Harbor Mutual', 'DEMO6', '106'),
]
