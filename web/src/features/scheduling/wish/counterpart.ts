import { foldName } from '@foyer/patients'
import { hasInterpreter } from '@foyer/scheduling'
import type { VisitType } from '../shapes.ts'
import type { Modality, Wish } from './wish.ts'

/**
 * The visit type that is most like another and is what is asked for: of those with the same parts, an interpreter apart,
 * the one whose name has the longest beginning in common with it, the shortest of equals. Null where it is so itself, and
 * where none is or nothing tells which of several.
 */
export function counterpart(
  types: readonly VisitType[],
  chosenId: string,
  is: (type: VisitType) => boolean,
): VisitType | null {
  const chosen = types.find(({ id }) => id === chosenId)
  if (!chosen || is(chosen)) return null
  const alike = types.filter((type) => type.active && is(type) && partsOf(type) === partsOf(chosen))
  const [best = null, other] = alike.toSorted(
    (a, b) => inCommon(b.name, chosen.name) - inCommon(a.name, chosen.name) || a.name.length - b.name.length,
  )
  return best && other && inCommon(best.name, chosen.name) === 0 ? null : best
}

/** The visit type by video or in person, as it is wished for; null where there is none. Without one, the only one by video. */
export function inModality(types: readonly VisitType[], chosenId: string | null, modality: Modality): string | null {
  const is = ({ telehealth }: VisitType): boolean => telehealth === (modality === 'video')
  const chosen = types.find(({ id }) => id === chosenId)
  if (!chosen) {
    const [only = null, other] = types.filter((type) => type.active && is(type))
    return only && !other ? only.id : null
  }
  if (is(chosen)) return chosen.id
  // Whoever has an interpreter keeps one, and whoever has none gets none.
  const alike = types.filter((type) => type.id === chosen.id || hasInterpreter(type) === hasInterpreter(chosen))
  return counterpart(alike, chosen.id, is)?.id ?? null
}

/** Another kind of visit at a place of the chain, which is no longer the one that the practice has a name for. */
export function withVisitType({ then }: Pick<Wish, 'then'>, at: number, visitTypeId: string): Partial<Wish> {
  const chainTypeId = then.length > 0 ? { chainTypeId: null } : {}
  const leg = then[at - 1]
  if (at === 0 || !leg) return { visitTypeId, ...chainTypeId }
  return { then: then.with(at - 1, { ...leg, visitTypeId }), ...chainTypeId }
}

function partsOf({ roles }: VisitType): string {
  return roles
    .filter(({ kind }) => kind !== 'interpreter')
    .map(({ role }) => role)
    .sort()
    .join(' ')
}

/** Words. */
function inCommon(a: string, b: string): number {
  const [one, other] = [foldName(a).split(' '), foldName(b).split(' ')]
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}
