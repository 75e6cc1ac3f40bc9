import { Temporal } from '@foyer/kernel'
import { deskOf } from '../practice/sites.ts'
import type { DemoPlan, PlannedChange, PlannedPatient, PlannedProposal } from '../plan.ts'

type Known = Pick<DemoPlan, 'patients' | 'visits' | 'relatedPersons'> & { readonly cast: ReadonlySet<string> }
type Special = Pick<DemoPlan, 'patients' | 'changes' | 'proposals'>

/** A hospital whose feed disagrees with the desk. */
const hospital = 'Lakeshore Hospital'

/**
 * What a practice meets once in a while: a record that only few may open, the mother of Sam Whitaker, and words of a feed
 * against the desk's. They are people of whom no story tells: without visits, who live alone.
 */
export function planSpecial(known: Known, now: string): Special {
  const { patients } = known
  const ago = (hours: number) => Temporal.Instant.from(now).subtract({ hours }).toString()
  const [mother, moved, called] = quietPeople(known)
  if (!mother || !moved || !called) return { patients, changes: [], proposals: [] }

  const restricted: PlannedPatient = {
    ...mother,
    name: { given: 'Elaine', family: 'Whitaker' },
    sex: 'female',
    email: 'elaine.whitaker@example.org',
    restriction: 'relative-of-staff',
  }
  const old = { ...moved.address, line: '802 Juniper Lane' }
  return {
    patients: patients.map((one) => (one === mother ? restricted : one)),
    changes: [
      change(mother, 'restriction', null, 'relative-of-staff', ago(60 * 24), 'helen.brooks'),
      change(moved, 'address', old, moved.address, ago(9 * 24), deskOf[moved.site]),
      change(called, 'family', 'Carver', called.name.family, ago(20 * 24), deskOf[called.site]),
    ],
    proposals: [
      proposal(moved, 'address', moved.address, old, ago(26)),
      proposal(called, 'family', called.name.family, 'Carver', ago(5)),
    ],
  }
}

function change(
  { key: patient }: PlannedPatient,
  field: PlannedChange['field'],
  before: PlannedChange['before'],
  after: PlannedChange['after'],
  at: string,
  by: string,
): PlannedChange {
  return { patient, field, before, after, at, by }
}

function proposal(
  { key: patient }: PlannedPatient,
  field: PlannedProposal['field'],
  current: PlannedProposal['current'],
  proposed: PlannedProposal['proposed'],
  receivedAt: string,
): PlannedProposal {
  return { patient, source: hospital, field, current, proposed, receivedAt }
}

/** Adults who speak English and live alone, with no visit and nobody beside them; the last ones first. */
function quietPeople({ patients, visits, relatedPersons, cast }: Known): readonly PlannedPatient[] {
  const busy = new Set([
    ...cast,
    ...visits.map(({ patient }) => patient),
    ...relatedPersons.flatMap(({ patient, relative }) => [patient, relative]),
  ])
  const sizes = new Map<string, number>()
  for (const { household } of patients) sizes.set(household, (sizes.get(household) ?? 0) + 1)
  return patients
    .filter((one) => one.language === 'en' && sizes.get(one.household) === 1 && !busy.has(one.key))
    .toReversed()
}
