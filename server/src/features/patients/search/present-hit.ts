import type { patients, Reply } from '@foyer/contract'
import type { FoundReason } from '@foyer/patients'
import { type LineColumns, presentLine } from '../present.ts'
import type { ShownRow } from './store.ts'

type Hit = Reply<typeof patients.searchPatients>['patients'][number]

const slipped: ReadonlySet<string> = new Set(['nickname', 'slip', 'sound', 'missing'])

/** What says most about why somebody was found: that a name only resembles comes before all else. */
function matchedOf(reasons: readonly FoundReason[]): Hit['matched'] {
  const [first] = reasons
  if (!first || reasons.some(({ part, how }) => part === 'name' && slipped.has(how))) return 'similar-name'
  return first.part
}

/** @param survivor of a record that leads to another */
export function presentHit(row: ShownRow, reasons: readonly FoundReason[], survivor: LineColumns | null): Hit {
  return {
    ...presentLine(row),
    phone: row.phone,
    city: row.city,
    site: row.site,
    nextVisit: row.next_visit,
    deceased: row.deceased,
    mergedInto: survivor ? presentLine(survivor) : null,
    matched: matchedOf(reasons),
    reasons: [...reasons],
  }
}
