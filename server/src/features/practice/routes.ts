import { practice } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import { addStaff } from './staff/add-staff.ts'
import { blockTime } from './blocks/block-time.ts'
import { changeBlock } from './blocks/change-block.ts'
import { closeOpened } from './blocks/close-opened.ts'
import type { PracticeBook } from './book.ts'
import { addChainType, changeChainType } from './chain-types/save-chain-type.ts'
import { addHolidays, changeHoliday, removeHoliday } from './holidays/save-holidays.ts'
import { suggestHolidays } from './holidays/suggest-holidays.ts'
import { addException } from './dated/add-exception.ts'
import { addLeave } from './dated/add-leave.ts'
import { listDatedHours } from './dated/list-dated-hours.ts'
import { removeExceptions } from './dated/remove-exceptions.ts'
import { addPayer, changePayer } from './payers/save-payer.ts'
import { changeTemplate } from './templates/change-template.ts'
import { restoreTemplate } from './templates/restore-template.ts'
import { previewTemplate } from './templates/preview-template.ts'
import { changeStaff } from './staff/change-staff.ts'
import { makeApiKey } from './staff/make-api-key.ts'
import { presentPractice, presentStaff } from './present.ts'
import { moveBlock } from './blocks/move-block.ts'
import { openPart } from './blocks/open-part.ts'
import { removeBlock } from './blocks/remove-block.ts'
import { addResource, changeResource } from './save-resource.ts'
import { addSite, changeSite } from './save-site.ts'
import { addVisitType, changeVisitType } from './save-visit-type.ts'
import { selectStaff } from './staff/store.ts'

export interface PracticeDeps {
  readonly practices: PracticeBook
  /** Whether messages leave the building. */
  readonly mailServer: boolean
}

export function practiceRoutes({ practices, mailServer }: PracticeDeps): readonly Route[] {
  return [
    route(practice.readPractice, async (ctx) =>
      ok(presentPractice(ctx.organization.name, mailServer, await practices.read(ctx.organization))),
    ),
    route(practice.addSite, (ctx, { body }) => addSite(ctx, practices, body)),
    route(practice.changeSite, (ctx, { params, body }) => changeSite(ctx, practices, params.siteId, body)),
    route(practice.addResource, (ctx, { body }) => addResource(ctx, practices, body)),
    route(practice.changeResource, (ctx, { params, body }) => changeResource(ctx, practices, params.resourceId, body)),
    route(practice.addVisitType, (ctx, { body }) => addVisitType(ctx, practices, body)),
    route(practice.changeVisitType, (ctx, { params, body }) =>
      changeVisitType(ctx, practices, params.visitTypeId, body),
    ),
    route(practice.changeTemplate, (ctx, { params, body }) => changeTemplate(ctx, practices, params.resourceId, body)),
    route(practice.restoreTemplate, (ctx, { params, body }) =>
      restoreTemplate(ctx, practices, params.resourceId, body),
    ),
    route(practice.previewTemplate, (ctx, { params, body }) =>
      previewTemplate(ctx, practices, params.resourceId, body),
    ),
    route(practice.listDatedHours, (ctx, { query }) => listDatedHours(ctx, query)),
    route(practice.addException, (ctx, { body }) => addException(ctx, practices, body)),
    route(practice.addLeave, (ctx, { body }) => addLeave(ctx, practices, body)),
    route(practice.removeExceptions, (ctx, { params, body }) =>
      removeExceptions(ctx, practices, params.resourceId, body.exceptionIds),
    ),
    route(practice.suggestHolidays, async (_, { query }) => ok(await suggestHolidays(query))),
    route(practice.addHolidays, (ctx, { body }) => addHolidays(ctx, practices, body.holidays)),
    route(practice.changeHoliday, (ctx, { params, body }) => changeHoliday(ctx, practices, params.holidayId, body)),
    route(practice.removeHoliday, (ctx, { params }) => removeHoliday(ctx, practices, params.holidayId)),
    route(practice.addChainType, (ctx, { body }) => addChainType(ctx, practices, body)),
    route(practice.changeChainType, (ctx, { params, body }) =>
      changeChainType(ctx, practices, params.chainTypeId, body),
    ),
    route(practice.addPayer, (ctx, { body }) => addPayer(ctx, practices, body)),
    route(practice.changePayer, (ctx, { params, body }) => changePayer(ctx, practices, params.payerId, body)),
    route(practice.blockTime, async (ctx, { body }) => blockTime(ctx, await practices.read(ctx.organization), body)),
    route(practice.removeBlock, (ctx, { params }) => removeBlock(ctx, params.blockId)),
    route(practice.openPart, (ctx, { params, body }) => openPart(ctx, { ...params, ...body })),
    route(practice.changeBlock, async (ctx, { params, body }) =>
      changeBlock(ctx, await practices.read(ctx.organization), { ...params, ...body }),
    ),
    route(practice.moveBlock, async (ctx, { params, body }) =>
      moveBlock(ctx, await practices.read(ctx.organization), { ...params, ...body }),
    ),
    route(practice.closeOpened, (ctx, { params, body }) => closeOpened(ctx, { ...params, ...body })),
    route(practice.listStaff, async (ctx) => ok({ staff: (await selectStaff(ctx.db)).map(presentStaff) })),
    route(practice.addStaff, (ctx, { body }) => addStaff(ctx, body)),
    route(practice.changeStaff, (ctx, { params, body }) => changeStaff(ctx, params.staffId, body)),
    route(practice.makeApiKey, (ctx, { body }) => makeApiKey(ctx, body.name)),
  ]
}
