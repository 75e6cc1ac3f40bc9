import sections from '../../data/code-sections.json' with { type: 'json' }

/**
 * Kinds of service (X12 1365) that a CPT code belongs to by where it stands in the book, the nearest first; none for what a
 * visit itself is, such as an office visit.
 */
export function serviceTypesOfCode(code: string): readonly string[] {
  if (!/^\d{5}$/.test(code)) return []
  return sections.find(({ from, to }) => from <= code && code <= to)?.serviceTypes ?? []
}
