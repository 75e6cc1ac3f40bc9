import type { DayResource, ResourceKind } from '../shapes.ts'

export const kinds = ['practitioner', 'room', 'device', 'interpreter'] as const satisfies readonly ResourceKind[]

export type ColumnKind = ResourceKind | 'site'
const columnKinds = ['site', ...kinds] as const satisfies readonly ColumnKind[]

/** Whole kinds, and single resources beside them; `site` is a column for everything at the site. */
export type ChosenColumns = { readonly kinds: readonly ColumnKind[]; readonly ids: readonly string[] }

export const usualColumns: ChosenColumns = { kinds: ['practitioner'], ids: [] }

/** `practitioner,room` or ids, as they stand in the address; null when nothing in it can be understood. */
export function readColumns(text: string | null | undefined): ChosenColumns | null {
  const words = (text ?? '').split(',').filter((word) => word !== '')
  const chosen = {
    kinds: columnKinds.filter((kind) => words.includes(kind)),
    ids: words.filter((word) => /^[0-9a-f-]{36}$/i.test(word)),
  }
  return chosen.kinds.length + chosen.ids.length > 0 ? chosen : null
}

export function writeColumns({ kinds: whole, ids }: ChosenColumns): string {
  return [...whole, ...ids].join(',')
}

export function isChosen(
  { kinds: whole, ids }: ChosenColumns,
  { id, kind }: Pick<DayResource, 'id' | 'kind'>,
): boolean {
  return whole.includes(kind) || ids.includes(id)
}

/** With one resource more or less; a kind that loses one becomes the list of the others. */
export function toggled(
  chosen: ChosenColumns,
  resource: Pick<DayResource, 'id' | 'kind'>,
  all: readonly Pick<DayResource, 'id' | 'kind'>[],
): ChosenColumns {
  const { id, kind } = resource
  if (!isChosen(chosen, resource)) {
    const ids = [...chosen.ids, id]
    const isWhole = all.filter((one) => one.kind === kind).every((one) => ids.includes(one.id))
    return isWhole ? withKind({ ...chosen, ids }, kind, true, all) : { ...chosen, ids }
  }
  if (!chosen.kinds.includes(kind)) return { ...chosen, ids: chosen.ids.filter((one) => one !== id) }
  const others = all.filter((one) => one.kind === kind && one.id !== id).map((one) => one.id)
  return { kinds: chosen.kinds.filter((one) => one !== kind), ids: [...chosen.ids, ...others] }
}

/** A whole kind at once. */
export function withKind(
  chosen: ChosenColumns,
  kind: ColumnKind,
  isOn: boolean,
  all: readonly Pick<DayResource, 'id' | 'kind'>[],
): ChosenColumns {
  const ofKind = new Set(all.filter((one) => one.kind === kind).map(({ id }) => id))
  return {
    kinds: columnKinds.filter((one) => (one === kind ? isOn : chosen.kinds.includes(one))),
    ids: chosen.ids.filter((id) => !ofKind.has(id)),
  }
}

/**
 * Clinicians first, then rooms, devices, interpreters; single ones that were chosen in the order of the choice. Whoever
 * takes part in what is held or looked at stands there in any case.
 */
export function columnsOf(
  resources: readonly DayResource[],
  chosen: ChosenColumns,
  taking: readonly string[],
): readonly DayResource[] {
  const place = new Map(chosen.ids.map((id, index) => [id, index]))
  return kinds.flatMap((kind) =>
    resources
      .filter((one) => one.kind === kind && (isChosen(chosen, one) || taking.includes(one.id)))
      .sort((a, b) => (place.get(a.id) ?? -1) - (place.get(b.id) ?? -1)),
  )
}
