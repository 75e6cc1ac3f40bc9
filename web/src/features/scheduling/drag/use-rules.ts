import { mayFill } from '@foyer/scheduling'
import { useMemo } from 'react'
import { usePractice } from '../../../app/site.ts'
import type { ColumnResource } from '../grid/grid-column.ts'
import type { ResourceKind } from '../shapes.ts'

/** Without a rule of the visit type, visits begin every ten minutes. */
const usualStep = 10

/** What the practice says about who may fill a role, and about the steps between starts. */
export function useRules() {
  const practice = usePractice()
  return useMemo(() => {
    const types = new Map(practice.visitTypes.map((one) => [one.id, one]))
    const resources = new Map(practice.resources.map((one) => [one.id, one]))
    return {
      kindOf: (resourceId: string): ResourceKind | undefined => resources.get(resourceId)?.kind,
      stepOf: (visitTypeId: string): number => types.get(visitTypeId)?.rules.gridMinutes ?? usualStep,
      isCandidate: (visitTypeId: string, roleName: string, { id }: ColumnResource): boolean => {
        const role = types.get(visitTypeId)?.roles.find((one) => one.role === roleName)
        if (!role) return true
        const resource = resources.get(id)
        return resource ? mayFill(role, resource) : role.candidates.includes(id)
      },
    }
  }, [practice])
}

export type Rules = ReturnType<typeof useRules>
