import { measures } from '@foyer/contract'
import { type Route, route } from '../../platform/http/route.ts'
import type { PracticeBook } from '../practice/index.ts'
import type { AvailabilityBook } from '../scheduling/index.ts'
import { readMeasures } from './read-measures.ts'

export function measuresRoutes(deps: {
  readonly practices: PracticeBook
  readonly availability: AvailabilityBook
}): readonly Route[] {
  const { practices, availability } = deps
  return [
    route(measures.readMeasures, async (ctx, { query }) =>
      readMeasures(ctx, await practices.read(ctx.organization), query, availability),
    ),
  ]
}
