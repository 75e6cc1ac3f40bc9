import { record } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../../platform/http/route.ts'
import { addFormerHome } from './add-former-home.ts'
import { addName } from './add-name.ts'
import { addPlace } from './add-place.ts'
import { changeBackground } from './change-background.ts'
import { changeFormerHome } from './change-former-home.ts'
import { changeGeneralPractitioner } from './change-general-practitioner.ts'
import { changeLanguages } from './change-languages.ts'
import { changeName } from './change-name.ts'
import { changeOwnName } from './change-own-name.ts'
import { changePlace } from './change-place.ts'
import { changeWork } from './change-work.ts'
import { correctAddress } from './correct-address.ts'
import { moveHome } from './move-home.ts'
import { readRecord } from './read-record.ts'
import { removeAddress } from './remove-address.ts'
import { removeName } from './remove-name.ts'
import { setDeath } from './set-death.ts'
import { setContactPoints } from './set-contact-points.ts'

export function recordRoutes(): readonly Route[] {
  return [
    route(record.readRecord, async (ctx, { params }) => ok(await readRecord(ctx, params.patientId))),
    route(record.changeBackground, (ctx, input) => changeBackground(ctx, input)),
    route(record.changeLanguages, (ctx, input) => changeLanguages(ctx, input)),
    route(record.changeWork, (ctx, input) => changeWork(ctx, input)),
    route(record.changeGeneralPractitioner, (ctx, input) => changeGeneralPractitioner(ctx, input)),
    route(record.setDeath, (ctx, input) => setDeath(ctx, input)),
    route(record.changeOwnName, (ctx, input) => changeOwnName(ctx, input)),
    route(record.addName, (ctx, input) => addName(ctx, input)),
    route(record.changeName, (ctx, input) => changeName(ctx, input)),
    route(record.removeName, (ctx, input) => removeName(ctx, input)),
    route(record.moveHome, (ctx, input) => moveHome(ctx, input)),
    route(record.correctAddress, (ctx, input) => correctAddress(ctx, input)),
    route(record.addFormerHome, (ctx, input) => addFormerHome(ctx, input)),
    route(record.changeFormerHome, (ctx, input) => changeFormerHome(ctx, input)),
    route(record.addPlace, (ctx, input) => addPlace(ctx, input)),
    route(record.changePlace, (ctx, input) => changePlace(ctx, input)),
    route(record.removeAddress, (ctx, input) => removeAddress(ctx, input)),
    route(record.setContactPoints, (ctx, input) => setContactPoints(ctx, input)),
  ]
}
