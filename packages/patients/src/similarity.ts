/**
 * Jaro–Winkler similarity of two strings, 0 to 1 (Winkler 1990): shared characters within half the longer length, less
 * half the transpositions, raised for up to four equal first letters.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const jaro = jaroSimilarity(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

// Kept for all calls: a comparison makes no garbage. Longer texts get lists of their own.
const longest = 64
const keptTaken = new Uint8Array(longest)
const keptMatched = new Uint16Array(longest)

function jaroSimilarity(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const takenInB = b.length <= longest ? keptTaken.fill(0, 0, b.length) : new Uint8Array(b.length)
  const matchedInA = a.length <= longest ? keptMatched : new Uint16Array(a.length)
  let matches = 0
  for (let i = 0; i < a.length; i++) {
    const letter = a.charCodeAt(i)
    const end = Math.min(b.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (takenInB[j] === 1 || letter !== b.charCodeAt(j)) continue
      takenInB[j] = 1
      matchedInA[matches++] = letter
      break
    }
  }
  if (matches === 0) return 0
  let next = 0
  let outOfOrder = 0
  for (let j = 0; j < b.length; j++) {
    if (takenInB[j] === 1 && b.charCodeAt(j) !== matchedInA[next++]) outOfOrder++
  }
  return (matches / a.length + matches / b.length + (matches - outOfOrder / 2) / matches) / 3
}
