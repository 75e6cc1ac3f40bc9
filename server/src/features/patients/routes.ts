import type { Route } from '../../platform/http/route.ts'

export function patientsRoutes(): readonly Route[] {
  return []
}
