import { type KnownPractice, mayFill } from '@foyer/scheduling'
import { useMemo } from 'react'
import { useMe } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import type { ColumnResource } from '../grid/grid-column.ts'
import type { ResourceKind } from '../shapes.ts'
import type { PreviewRules } from './preview.ts'

/** Without a rule of the visit type, visits begin every ten minutes. */
const usualStep = 10

/** What the practice and the rights of whoever looks say about moves, and about the steps between starts. */
export function useRules() {
  const practice = usePractice()
  const { permissions } = useMe()
  return useMemo(() => {
    const types = new Map(practice.visitTypes.map((one) => [one.id, one]))
    const resources = new Map(practice.resources.map((one) => [one.id, one]))
    const known: KnownPractice = {
      visitTypes: types,
      resources,
      zones: new Map(practice.sites.map(({ id, timeZone }) => [id, timeZone])),
    }
    const may: PreviewRules['may'] = (permission) => permissions.includes(permission)
    return {
      practice: known,
      may,
      kindOf: (resourceId: string): ResourceKind | undefined => resources.get(resourceId)?.kind,
      isCandidate: (visitTypeId: string, roleName: string, { id }: Pick<ColumnResource, 'id'>): boolean => {
        const role = types.get(visitTypeId)?.roles.find((one) => one.role === roleName)
        const resource = resources.get(id)
        return role !== undefined && resource !== undefined && mayFill(role, resource)
      },
      stepOf: (visitTypeId: string): number => types.get(visitTypeId)?.rules.gridMinutes ?? usualStep,
    }
  }, [practice, permissions])
}

export type Rules = ReturnType<typeof useRules>
