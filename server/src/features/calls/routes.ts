import type { Route } from '../../platform/http/route.ts'

export function callsRoutes(): readonly Route[] {
  return []
}
