import { relatives } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import { askMayTell } from './ask-may-tell.ts'
import { decideHousehold } from './household/decide-household.ts'
import { endAuthority } from './end-authority.ts'
import { grantAuthority } from './grant-authority.ts'
import { listHousehold } from './household/list-household.ts'
import { listRelatives } from './list-relatives.ts'
import { proveAuthority } from './prove-authority.ts'
import { addRelative, changeRelative } from './save-relative.ts'
import { setConfidentialContact, setEmancipation } from './set-wishes.ts'

export function relativesRoutes(): readonly Route[] {
  return [
    route(relatives.listRelatives, async (ctx, { params }) => ok(await listRelatives(ctx, params.patientId))),
    route(relatives.addRelative, (ctx, input) => addRelative(ctx, input)),
    route(relatives.changeRelative, (ctx, input) => changeRelative(ctx, input)),
    route(relatives.grantAuthority, (ctx, input) => grantAuthority(ctx, input)),
    route(relatives.proveAuthority, (ctx, input) => proveAuthority(ctx, input)),
    route(relatives.endAuthority, (ctx, input) => endAuthority(ctx, input)),
    route(relatives.askMayTell, async (ctx, input) => ok(await askMayTell(ctx, input))),
    route(relatives.listHousehold, async (ctx, { params }) => ok(await listHousehold(ctx, params.patientId))),
    route(relatives.decideHousehold, (ctx, input) => decideHousehold(ctx, input)),
    route(relatives.setConfidentialContact, (ctx, input) => setConfidentialContact(ctx, input)),
    route(relatives.setEmancipation, (ctx, input) => setEmancipation(ctx, input)),
  ]
}
