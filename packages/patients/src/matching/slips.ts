/**
 * Slips between two texts: letters put in, left out, exchanged for another, or two neighbours swapped (optimal string
 * alignment, Damerau 1964). Counts up to `most`; `most + 1` means more.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let start = 0
  let endA = a.length
  let endB = b.length
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const [lengthA, lengthB] = [endA - start, endB - start]
  if (lengthA === 0 || lengthB === 0) return Math.max(lengthA, lengthB)
  if (lengthA > longest || lengthB > longest) return most + 1
  return rows(a, b, start, lengthA, lengthB, most)
}

const longest = 63
const width = longest + 1
// Three rows kept for all calls: a comparison makes no garbage.
const kept = new Uint8Array(3 * width)

function rows(a: string, b: string, start: number, lengthA: number, lengthB: number, most: number): number {
  let [before, above, row] = [0, width, 2 * width]
  for (let j = 0; j <= lengthB; j++) kept[above + j] = j
  for (let i = 1; i <= lengthA; i++) {
    kept[row] = i
    let least = i
    const letter = a.charCodeAt(start + i - 1)
    for (let j = 1; j <= lengthB; j++) {
      const other = b.charCodeAt(start + j - 1)
      let cost = (kept[above + j - 1] ?? 0) + (letter === other ? 0 : 1)
      cost = Math.min(cost, (kept[above + j] ?? 0) + 1, (kept[row + j - 1] ?? 0) + 1)
      const isSwap = i > 1 && j > 1 && letter === b.charCodeAt(start + j - 2) && other === a.charCodeAt(start + i - 2)
      if (isSwap) cost = Math.min(cost, (kept[before + j - 2] ?? 0) + 1)
      kept[row + j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[before, above, row] = [above, row, before]
  }
  return Math.min(kept[above + lengthB] ?? 0, most + 1)
}
