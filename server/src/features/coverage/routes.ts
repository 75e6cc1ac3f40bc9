import type { Route } from '../../platform/http/route.ts'
import { checksRoutes } from './checks/routes.ts'
import type { CoverageDeps } from './deps.ts'
import { directoryRoutes } from './directory/routes.ts'
import { estimatesRoutes } from './estimates/routes.ts'
import { orderRoutes } from './order/routes.ts'
import { restrictionRoutes } from './restriction/routes.ts'

export function coverageRoutes(deps: CoverageDeps): readonly Route[] {
  return [
    ...directoryRoutes(deps),
    ...checksRoutes(deps),
    ...orderRoutes(deps),
    ...estimatesRoutes(deps),
    ...restrictionRoutes(),
  ]
}
