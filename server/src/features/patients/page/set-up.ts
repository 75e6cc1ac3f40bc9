import type { RegistrationRule } from '@foyer/patients'
import type { Organization } from '../../../platform/organizations.ts'
import type { PageRow } from './store.ts'

interface Named {
  readonly name: string
}

/** What a page says of the set-up: names, zones and prices that no record has of its own. */
export interface SetUp {
  readonly sites: ReadonlyMap<string, Named & { readonly timeZone: string }>
  readonly resources: ReadonlyMap<string, Named>
  readonly visitTypes: ReadonlyMap<
    string,
    Named & { readonly nameEs: string; readonly copayCents: number | null; readonly telehealth: boolean }
  >
  readonly payers: ReadonlyMap<string, Named>
  readonly registrationRules: readonly RegistrationRule[]
}

/** The set-up as this process knows it, without asking the database. */
export interface SetUpBook {
  read(organization: Organization): Promise<SetUp>
  forget(slug: string): void
}

function knows({ sites, resources, visitTypes, payers }: SetUp, row: PageRow): boolean {
  const visits = [...row.upcoming, ...row.past]
  const people = visits
    .flatMap((visit) => visit.clinician_id ?? [])
    .concat(row.upcoming.flatMap((visit) => visit.interpreter_id ?? []))
  return (
    visits.every((visit) => sites.has(visit.site_id) && visitTypes.has(visit.visit_type_id)) &&
    people.every((id) => resources.has(id)) &&
    row.coverages.every(({ payerId }) => payers.has(payerId))
  )
}

/** The set-up that knows everything the page names: what was added a moment ago and not heard of yet is read anew. */
export async function setUpFor(book: SetUpBook, organization: Organization, row: PageRow): Promise<SetUp> {
  const known = await book.read(organization)
  if (knows(known, row)) return known
  book.forget(organization.slug)
  return book.read(organization)
}
