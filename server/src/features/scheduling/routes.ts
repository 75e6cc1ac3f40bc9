import type { PracticeBook } from '../practice/index.ts'
import type { Route } from '../../platform/http/route.ts'

export function schedulingRoutes(_deps: { readonly practices: PracticeBook }): Route[] {
  return []
}
