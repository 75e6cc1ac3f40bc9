import type { OpeningRequest } from '../opening.ts'
import type { RoleName } from '../visit-type.ts'

/** Whom the wish allows in a role: whoever was named, or anybody where nobody was, as far as they have what was wished for. */
export function wishedFor(
  { candidates = {}, having = {} }: Pick<OpeningRequest, 'candidates' | 'having'>,
  role: RoleName,
): (resourceId: string) => boolean {
  const named = candidates[role] ?? []
  const able = having[role]
  if (named.length === 0 && able === undefined) return () => true
  const isNamed = new Set(named)
  const isAble = new Set(able)
  return (id) => (named.length === 0 || isNamed.has(id)) && (able === undefined || isAble.has(id))
}
