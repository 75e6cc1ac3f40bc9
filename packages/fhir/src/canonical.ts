import type { Draft } from './draft.ts'

/**
 * What a draft says, as JSON with sorted names and nothing undefined: equal text means nothing to update. Where it
 * stood (`path`) and where it came from (`source`) are not part of it.
 */
export function canonical(draft: Draft): string {
  const { path: _path, source: _source, ...said } = draft
  return JSON.stringify(sorted(said))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
