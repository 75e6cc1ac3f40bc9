import { patients } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import { changePatient } from './change-patient.ts'
import { addCoverage } from './coverage/add-coverage.ts'
import { changeCoverage } from './coverage/change-coverage.ts'
import { checkCoverage } from './coverage/check-coverage.ts'
import { readPatient } from './page/read-patient.ts'
import { registerPatient } from './register-patient.ts'
import { searchPatients } from './search/search-patients.ts'

export function patientsRoutes(): readonly Route[] {
  return [
    route(patients.searchPatients, async (ctx, { query }) => ok(await searchPatients(ctx, query))),
    route(patients.readPatient, async (ctx, { params }) => ok(await readPatient(ctx, params.patientId))),
    route(patients.registerPatient, (ctx, { body }) => registerPatient(ctx, body)),
    route(patients.changePatient, (ctx, input) => changePatient(ctx, input)),
    route(patients.addCoverage, (ctx, input) => addCoverage(ctx, input)),
    route(patients.changeCoverage, (ctx, input) => changeCoverage(ctx, input)),
    route(patients.checkCoverage, (ctx, input) => checkCoverage(ctx, input)),
  ]
}
