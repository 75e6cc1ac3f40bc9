import { print } from '@foyer/contract'
import { type Route, route } from '../../platform/http/route.ts'
import type { PracticeBook } from '../practice/index.ts'
import { printSchedule } from './print-schedule.ts'

export function printRoutes({ practices }: { readonly practices: PracticeBook }): readonly Route[] {
  return [
    route(print.printSchedule, async (ctx, { params, query }) =>
      printSchedule(ctx, await practices.read(ctx.organization), { ...params, ...query }),
    ),
  ]
}
