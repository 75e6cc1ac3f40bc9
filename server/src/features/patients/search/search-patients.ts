import type { patients, Query, Reply } from '@foyer/contract'
import { dateAt } from '@foyer/kernel'
import { parseSearch, type PatientSearch } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import { phoneSearchValue, prefixRange } from '../contact.ts'
import { presentLine } from '../present.ts'
import { maskOf, viewerOf } from '../restricted/gate.ts'
import { isNamedInFull } from '../restricted/named-in-full.ts'
import { selectShutNamed, type Viewer } from '../restricted/store.ts'
import { spellingLikeness } from './spelling.ts'
import { type FoundRow, ranks, selectFound, selectSimilar, type Shape, type Slot } from './store.ts'

type Found = Reply<typeof patients.searchPatients>

const MOST_NAME_PARTS = 5
/** Fewer than these found by what was typed: those whose name is only similar are shown too. */
const FEW = 5
/** Jaro-Winkler: a slip or two in a word of usual length. */
const SPELLED_ALIKE = 0.84

function shapeOf(search: PatientSearch): Shape {
  return {
    nameParts: Math.min(search.nameParts.length, MOST_NAME_PARTS),
    mrn: search.mrn !== null,
    phone: search.phoneDigits !== null,
    email: search.email !== null,
    birthDate: search.birthDates.length > 0,
    birthYear: search.birthYear !== null,
  }
}

function valuesOf(search: PatientSearch, viewer: Viewer, limit: number): Record<Slot, unknown> {
  const [phoneFrom, phoneTo] = prefixRange(phoneSearchValue(search.phoneDigits ?? ''))
  const [emailFrom, emailTo] = prefixRange(search.email ?? '')
  const [yearFrom, yearTo] = prefixRange(String(search.birthYear ?? ''))
  const [name0, name1, name2, name3, name4] = search.nameParts.map((part) => `% ${part}%`)
  return {
    mrn: search.mrn,
    phoneFrom,
    phoneTo,
    emailFrom,
    emailTo,
    birthDates: search.birthDates,
    yearFrom,
    yearTo,
    name0,
    name1,
    name2,
    name3,
    name4,
    words: search.nameParts.join(' '),
    ...viewer,
    limit,
  }
}

function present(row: FoundRow): Found['patients'][number] {
  return {
    ...presentLine(row),
    phone: row.phone,
    city: row.city,
    deceased: row.deceased,
    matched: ranks[row.rank] ?? 'similar-name',
    nextVisit: row.next_visit,
  }
}

/** The database finds names that share letters; of these only what is spelled alike is worth a look, the likest first. */
function spelledAlike(rows: readonly FoundRow[], nameParts: readonly string[]): readonly FoundRow[] {
  return rows
    .map((row) => ({ row, likeness: spellingLikeness(nameParts, row.search_name) }))
    .filter(({ likeness }) => likeness >= SPELLED_ALIKE)
    .toSorted((a, b) => b.likeness - a.likeness)
    .map(({ row }) => row)
}

/** The restricted records that the question names in full, as two identifiers do. */
async function restrictedNamed(ctx: Ctx, search: PatientSearch, viewer: Viewer): Promise<readonly { id: string }[]> {
  if (search.birthDates.length === 0 || search.nameParts.length < 2) return []
  const rows = await selectShutNamed(ctx.db, search.birthDates, viewer)
  return rows.filter((row) => isNamedInFull(row, search.nameParts)).map(maskOf)
}

export async function searchPatients(ctx: Ctx, { q, limit }: Query<typeof patients.searchPatients>): Promise<Found> {
  // The year of a two-digit date is all that hangs on today: the zone does not matter.
  const search = parseSearch(q, dateAt(ctx.now, 'UTC'))
  const shape = shapeOf(search)
  if (!Object.values(shape).some(Boolean)) return { patients: [], restricted: [] }
  const viewer = viewerOf(ctx)
  const values = valuesOf(search, viewer, limit)
  const [found, restricted] = await Promise.all([
    selectFound(ctx.db, shape, values),
    restrictedNamed(ctx, search, viewer),
  ])
  const more =
    shape.nameParts > 0 && found.length < Math.min(FEW, limit)
      ? spelledAlike(await selectSimilar(ctx.db, shape, values), search.nameParts)
      : []
  const known = new Set(found.map((row) => row.id))
  const shown = [...found, ...more.filter((row) => !known.has(row.id))].slice(0, limit)
  ctx.touch([...shown, ...restricted].map((row) => row.id))
  return { patients: shown.map(present), restricted: [...restricted] }
}
