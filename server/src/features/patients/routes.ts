import { patients, proposals, registration, restricted } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import { changePatient } from './change-patient.ts'
import { addCoverage } from './coverage/add-coverage.ts'
import { changeCoverage } from './coverage/change-coverage.ts'
import { checkCoverage } from './coverage/check-coverage.ts'
import { listChanges } from './history/list-changes.ts'
import { listLooks } from './looks/list-looks.ts'
import { printLooks } from './looks/print-looks.ts'
import { duplicatesRoutes } from './duplicates/routes.ts'
import { type Books, readPatient } from './page/read-patient.ts'
import { recordRoutes } from './record/routes.ts'
import { decideProposal } from './proposals/decide-proposal.ts'
import { listProposals, readProposals } from './proposals/list-proposals.ts'
import { registerPatient } from './register-patient.ts'
import { readRules } from './registration/read-rules.ts'
import { registerUrgent } from './registration/register-urgent.ts'
import type { RulesBook } from './registration/rules-book.ts'
import { setRules } from './registration/set-rules.ts'
import { breakGlass } from './restricted/break-glass.ts'
import { listOpenings } from './restricted/openings/list-openings.ts'
import { restrictPatient } from './restricted/restrict-patient.ts'
import { reviewOpening } from './restricted/openings/review-opening.ts'
import { searchPatients } from './search/search-patients.ts'

export function patientsRoutes({ rules, ...books }: Books & { readonly rules: RulesBook }): readonly Route[] {
  return [
    route(patients.searchPatients, async (ctx, { query }) => ok(await searchPatients(ctx, query))),
    route(patients.readPatient, async (ctx, { params }) => ok(await readPatient(ctx, books, params.patientId))),
    route(patients.registerPatient, (ctx, { body }) => registerPatient(ctx, body)),
    route(patients.changePatient, (ctx, input) => changePatient(ctx, input)),
    route(registration.readRegistrationRules, async (ctx) => ok(await readRules(ctx.db))),
    route(registration.setRegistrationRules, (ctx, { body }) => setRules(ctx, rules, body)),
    route(registration.registerUrgent, (ctx, { body }) => registerUrgent(ctx, body)),
    route(patients.addCoverage, (ctx, input) => addCoverage(ctx, input)),
    route(patients.changeCoverage, (ctx, input) => changeCoverage(ctx, input)),
    ...duplicatesRoutes(),
    ...recordRoutes(),
    route(proposals.listProposals, async (ctx, { query }) => ok(await listProposals(ctx, query))),
    route(proposals.readProposals, async (ctx, { params }) => ok(await readProposals(ctx, params.patientId))),
    route(proposals.decideProposal, (ctx, input) => decideProposal(ctx, input)),
    route(patients.checkCoverage, (ctx, input) => checkCoverage(ctx, input)),
    route(restricted.restrictPatient, (ctx, input) => restrictPatient(ctx, input)),
    route(restricted.breakGlass, (ctx, input) => breakGlass(ctx, input)),
    route(restricted.listBrokenGlass, async (ctx, { query }) => ok(await listOpenings(ctx, query))),
    route(restricted.reviewBrokenGlass, (ctx, input) => reviewOpening(ctx, input)),
    route(restricted.listLooks, async (ctx, { params, query }) =>
      ok(await listLooks(ctx, params.patientId, query.before ?? null)),
    ),
    route(restricted.printLooks, async (ctx, { params, query }) => ok(await printLooks(ctx, params.patientId, query))),
    route(restricted.listChanges, async (ctx, { params, query }) =>
      ok(await listChanges(ctx, params.patientId, query.before ?? null)),
    ),
  ]
}
