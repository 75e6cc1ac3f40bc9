import type { patients, Query, Reply } from '@foyer/contract'
import { dateAt } from '@foyer/kernel'
import { parseSearch, type PatientSearch } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import { maskOf, viewerOf } from '../restricted/gate.ts'
import { isNamedInFull } from '../restricted/named-in-full.ts'
import { selectShutNamed, type Viewer } from '../restricted/store.ts'
import { findPeople, type FoundPerson } from './find-people.ts'
import { presentHit } from './present-hit.ts'
import { selectShown, selectSurvivors } from './store.ts'

type Found = Reply<typeof patients.searchPatients>

/** A record that leads to another is left out where that one is shown anyway. */
function withoutMerged(found: readonly FoundPerson[]): readonly FoundPerson[] {
  const ids = new Set(found.map(({ candidate }) => candidate.row.id))
  return found.filter(({ candidate }) => {
    const { merged_into } = candidate.row
    return merged_into === null || !ids.has(merged_into)
  })
}

/** The restricted records that the question names in full, as two identifiers do. */
async function restrictedNamed(ctx: Ctx, search: PatientSearch, viewer: Viewer): Promise<readonly { id: string }[]> {
  if (search.birthDates.length === 0 || search.nameParts.length < 2) return []
  const rows = await selectShutNamed(ctx.db, search.birthDates, viewer)
  return rows.filter((row) => isNamedInFull(row, search.nameParts)).map(maskOf)
}

export async function searchPatients(ctx: Ctx, { q, limit }: Query<typeof patients.searchPatients>): Promise<Found> {
  // The year of a two-digit date is all that hangs on today: the zone does not matter.
  const today = dateAt(ctx.now, 'UTC')
  const search = parseSearch(q, today)
  const viewer = viewerOf(ctx)
  const [found, restricted] = await Promise.all([
    findPeople(ctx.db, viewer, search, today),
    restrictedNamed(ctx, search, viewer),
  ])
  const best = withoutMerged(found).slice(0, limit)
  const rows = best.map(({ candidate }) => candidate.row)
  const [lines, survivors] = await Promise.all([
    selectShown(
      ctx.db,
      rows.map(({ id }) => id),
      viewer.now,
    ),
    selectSurvivors(
      ctx.db,
      rows.flatMap(({ merged_into }) => merged_into ?? []),
      viewer,
    ),
  ])
  const lineOf = new Map(lines.map((row) => [row.id, row]))
  const survivorOf = new Map(survivors.map((row) => [row.id, row]))
  const shown = best.flatMap((one) => {
    const { row } = one.candidate
    const line = lineOf.get(row.id)
    const survivor = row.merged_into === null ? null : survivorOf.get(row.merged_into)
    // Where the other is shut, its name would stand here.
    return line === undefined || survivor === undefined ? [] : [presentHit(line, one.reasons, survivor)]
  })
  ctx.touch([...shown, ...survivors, ...restricted].map(({ id }) => id))
  return { patients: shown, restricted: [...restricted] }
}
