import type { record, Reply } from '@foyer/contract'
import { earliestMove, type Residence } from '@foyer/patients'
import { presentName } from '../present.ts'
import type { AddressRow, RecordRow } from './store.ts'

export type Details = Reply<typeof record.changeWork>
type Address = NonNullable<Details['address']>

export function residenceOf(row: RecordRow): Residence<Address> {
  return {
    address: row.address as Address | null,
    since: row.address_since,
    former: row.addresses
      .filter(({ use }) => use === 'old')
      .map(({ address, period_start, period_end }) => ({
        address: address as Address,
        period: { start: period_start, end: period_end },
      })),
  }
}

/** One that they left; `home` comes from elsewhere and says no more than `old`. */
export function isHome({ use }: AddressRow): boolean {
  return use === 'old' || use === 'home'
}

function presentAddress(row: AddressRow) {
  return { id: row.id, address: row.address as Address, periodStart: row.period_start, periodEnd: row.period_end }
}

/** Everything in it is what somebody said: codes of no set are left to the contract to turn away. */
export function presentRecord(row: RecordRow): Details {
  return {
    patientId: row.id,
    version: row.version,
    name: presentName(row),
    names: row.names.map(({ period_start, period_end, use, ...name }) => ({
      ...name,
      use: use as Details['names'][number]['use'],
      periodStart: period_start,
      periodEnd: period_end,
    })),
    birthDate: row.birth_date,
    birthDateEstimated: row.birth_date_estimated,
    sex: row.sex as Details['sex'],
    birthSex: row.birth_sex as Details['birthSex'],
    genderIdentity: row.gender_identity as Details['genderIdentity'],
    pronouns: row.pronouns,
    multipleBirth: row.multiple_birth,
    language: row.language,
    languageAsked: row.language_asked,
    furtherLanguages: row.further_languages,
    interpreterNeeded: row.interpreter_needed,
    accessibility: row.accessibility as Details['accessibility'],
    race: row.race as Details['race'],
    ethnicity: row.ethnicity as Details['ethnicity'],
    deceased: row.deceased,
    deceasedOn: row.deceased ? row.deceased_on : null,
    generalPractitioner: row.general_practitioner,
    employer: row.employer,
    occupation: row.occupation,
    address: row.address as Address | null,
    addressSince: row.address_since,
    earliestMove: earliestMove(residenceOf(row)),
    formerAddresses: row.addresses.filter(isHome).map(presentAddress),
    places: row.addresses
      .filter((one) => !isHome(one))
      .map((one) => ({ ...presentAddress(one), use: one.use as Details['places'][number]['use'] })),
    contactPreference: row.contact_preference as Details['contactPreference'],
    contacts: row.contacts
      .filter(({ period_end }) => period_end === null)
      .map((one) => ({
        id: one.id,
        system: one.system as 'phone' | 'email',
        value: one.value,
        use: one.use as Details['contacts'][number]['use'],
        sharedWith: one.shared_with,
        mayLeaveMessage: one.may_leave_message,
      })),
    formerContacts: row.contacts.flatMap(({ id, system, value, use, period_end }) =>
      period_end === null
        ? []
        : [
            {
              id,
              system: system as 'phone' | 'email',
              value,
              use: use as Details['contacts'][number]['use'],
              until: period_end,
            },
          ],
    ),
  }
}
