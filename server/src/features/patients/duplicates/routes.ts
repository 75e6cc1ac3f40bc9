import { duplicates } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../../platform/http/route.ts'
import { compareDraft } from './compare-draft.ts'
import { decideDuplicate } from './decide-duplicate.ts'
import { listDuplicates } from './list-duplicates.ts'
import { mergePatients } from './merge-patients.ts'
import { readDuplicate } from './read-duplicate.ts'
import { askForSweep } from './sweep-duplicates.ts'
import { unmergePatients } from './unmerge-patients.ts'

export function duplicatesRoutes(): readonly Route[] {
  return [
    route(duplicates.listDuplicates, async (ctx, { query }) => ok(await listDuplicates(ctx, query))),
    route(duplicates.readDuplicate, async (ctx, { params }) => ok(await readDuplicate(ctx, params))),
    route(duplicates.decideDuplicate, (ctx, { params, body }) => decideDuplicate(ctx, params, body)),
    route(duplicates.sweepDuplicates, (ctx) => askForSweep(ctx)),
    route(duplicates.mergePatients, (ctx, { params, body }) => mergePatients(ctx, params.patientId, body)),
    route(duplicates.unmergePatients, (ctx, { params }) => unmergePatients(ctx, params.mergeId)),
    route(duplicates.compareDraft, async (ctx, { body }) => ok(await compareDraft(ctx, body))),
  ]
}
