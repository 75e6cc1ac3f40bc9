import type { Resource, VisitType } from '../shapes.ts'
import { attributesOf } from './attributes.ts'

type Role = Pick<VisitType['roles'][number], 'kind' | 'candidates' | 'requires'>

/** An empty list of candidates means everybody of that kind who has what the role asks for. */
export function mayFill(
  { kind, candidates, requires = [] }: Role,
  resource: Pick<Resource, 'id' | 'kind' | 'attributes' | 'languages'>,
): boolean {
  if (candidates.length > 0) return candidates.includes(resource.id)
  const has = attributesOf(resource)
  return resource.kind === kind && requires.every((attribute) => has.includes(attribute))
}
