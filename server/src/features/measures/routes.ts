import { measures } from '@foyer/contract'
import { type Route, route } from '../../platform/http/route.ts'
import type { PracticeBook } from '../practice/index.ts'
import { readMeasures } from './read-measures.ts'

export function measuresRoutes({ practices }: { readonly practices: PracticeBook }): readonly Route[] {
  return [
    route(measures.readMeasures, async (ctx, { query }) =>
      readMeasures(ctx, await practices.read(ctx.organization), query),
    ),
  ]
}
