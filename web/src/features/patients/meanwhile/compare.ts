/** One thing that a form holds: how it is read, put into a form, and shown. */
export interface Field<D> {
  readonly key: string
  readonly label: string
  readonly of: (draft: D) => unknown
  /** `into` with what `from` says of it. */
  readonly put: (into: D, from: D) => D
  readonly text: (draft: D) => string
}

export type Side = 'mine' | 'theirs'

/** What a colleague saved while a form was open, beside what stood there before and what was typed. */
export interface Meeting<D> {
  readonly was: D
  readonly theirs: D
  readonly mine: D
  /** The fields that differ, by their keys. */
  readonly keys: readonly string[]
  /** Of those: somebody saw theirs and keeps their own. */
  readonly kept: readonly string[]
}

/** The field of a form whose draft has a property of that name. */
export function fieldOf<D extends object, K extends keyof D & string>(
  key: K,
  label: string,
  text: (value: D[K]) => string | null,
): Field<D> {
  return {
    key,
    label,
    of: (draft) => draft[key],
    put: (into, from) => ({ ...into, [key]: from[key] }),
    text: (draft) => text(draft[key]) ?? '',
  }
}

/** Empty in any way is the same; so are texts but for the blanks around them. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (typeof value !== 'object' || value === null) return value ?? null
  const entries = Object.entries(value).map(([key, one]) => [key, plain(one)] as const)
  return entries.every(([, one]) => one === null) ? null : entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function isSame<D>(field: Field<D>, a: D, b: D): boolean {
  return JSON.stringify(plain(field.of(a))) === JSON.stringify(plain(field.of(b)))
}

/** What only they changed goes into the form; what I changed too stays mine until I say otherwise. */
export function meet<D>(
  fields: readonly Field<D>[],
  { was, theirs, mine }: Pick<Meeting<D>, 'was' | 'theirs' | 'mine'>,
) {
  const differing = fields.filter((field) => !isSame(field, was, theirs) && !isSame(field, mine, theirs))
  const draft = differing
    .filter((field) => isSame(field, mine, was))
    .reduce((merged, field) => field.put(merged, theirs), mine)
  return { draft, meeting: { was, theirs, mine, keys: differing.map(({ key }) => key), kept: [] } }
}

/** Whose value stands in the form; null: mine, and nobody has said yet that it shall. */
export function sideOf<D>(field: Field<D>, meeting: Meeting<D>, draft: D): Side | null {
  if (isSame(field, draft, meeting.theirs)) return 'theirs'
  return meeting.kept.includes(field.key) ? 'mine' : null
}

export function choose<D>(field: Field<D>, meeting: Meeting<D>, draft: D, side: Side) {
  const hasTheirs = isSame(field, draft, meeting.theirs)
  const mine = hasTheirs ? meeting.mine : field.put(meeting.mine, draft)
  const kept = meeting.kept.filter((key) => key !== field.key)
  return side === 'theirs'
    ? { draft: field.put(draft, meeting.theirs), meeting: { ...meeting, mine, kept } }
    : { draft: hasTheirs ? field.put(draft, mine) : draft, meeting: { ...meeting, mine, kept: [...kept, field.key] } }
}
