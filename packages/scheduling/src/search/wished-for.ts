import type { OpeningRequest } from '../opening.ts'
import type { RoleName } from '../visit-type.ts'

/** Whom the wish allows in a role: who was named, as far as they have what was wished for. Undefined where nothing is wished: anybody. */
export function wishedFor(
  { candidates = {}, having = {} }: Pick<OpeningRequest, 'candidates' | 'having'>,
  role: RoleName,
): ((resourceId: string) => boolean) | undefined {
  const named = candidates[role] ?? []
  const able = having[role]
  if (named.length === 0 && able === undefined) return undefined
  const isNamed = new Set(named)
  const isAble = new Set(able)
  return (id) => (named.length === 0 || isNamed.has(id)) && (able === undefined || isAble.has(id))
}
