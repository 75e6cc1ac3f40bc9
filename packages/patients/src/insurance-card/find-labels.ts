import { type CardFieldName, type Label, labels } from './labels.ts'

export interface Labelled {
  readonly name: CardFieldName
  readonly value: string
  /** The words it was read from. */
  readonly from: string
  readonly weight: number
}

interface Place {
  readonly label: Label
  readonly start: number
  readonly end: number
}

/** Labels of a line from left to right; where two overlap the longer one stands. */
function placesIn(line: string): readonly Place[] {
  const all = labels.flatMap((label) =>
    [...line.matchAll(label.pattern)].map(({ 0: found, index }) => ({
      label,
      start: index,
      end: index + found.length,
    })),
  )
  const taken: Place[] = []
  for (const place of all.toSorted((a, b) => b.end - b.start - (a.end - a.start) || b.label.weight - a.label.weight))
    if (taken.every(({ start, end }) => place.end <= start || place.start >= end)) taken.push(place)
  return taken.toSorted((a, b) => a.start - b.start)
}

/** What stands between a label and its value. */
function bare(text: string): string {
  return text.replace(/^[\s:;#.=_~*|-]+/, '')
}

function parts(line: string): readonly string[] {
  const wide = line.split(/\s{2,}|\t|[|]/).filter((part) => part.trim() !== '')
  return wide.length > 1 ? wide : line.split(/\s+/)
}

/**
 * Every value that stands behind its label, or under it: a line of labels alone has its values on the next, in the same
 * order.
 */
export function findLabelled(lines: readonly string[]): readonly Labelled[] {
  const found: Labelled[] = []
  lines.forEach((line, at) => {
    const places = placesIn(line)
    const lonely: Label[] = []
    places.forEach(({ label, end }, index) => {
      const behind = bare(line.slice(end, places[index + 1]?.start))
      const value = label.read(behind)
      if (value !== null) found.push({ name: label.name, value, from: line.trim(), weight: label.weight })
      else if (lonely.every(({ name }) => name !== label.name) && behind.replaceAll(/[^\p{L}\p{N}]/gu, '') === '')
        lonely.push(label)
    })
    const below = lines[at + 1]
    if (lonely.length === 0 || below === undefined || placesIn(below).length > 0) return
    const values = lonely.length === 1 ? [bare(below)] : [...parts(below)]
    for (const label of lonely) {
      const index = values.findIndex((text) => label.read(bare(text)) !== null)
      const value = index < 0 ? null : label.read(bare(values[index] ?? ''))
      if (value === null) continue
      values.splice(0, index + 1)
      found.push({ name: label.name, value, from: `${line.trim()} / ${below.trim()}`, weight: label.weight - 0.5 })
    }
  })
  return found
}
