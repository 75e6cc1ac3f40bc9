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

function jaroSimilarity(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const takenInB = Array.from({ length: b.length }, () => false)
  const matchedInA: string[] = []
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (takenInB[j] || a[i] !== b[j]) continue
      takenInB[j] = true
      matchedInA.push(a.charAt(i))
      break
    }
  }
  const matches = matchedInA.length
  if (matches === 0) return 0
  let next = 0
  let outOfOrder = 0
  for (let j = 0; j < b.length; j++) {
    if (takenInB[j] && b[j] !== matchedInA[next++]) outOfOrder++
  }
  return (matches / a.length + matches / b.length + (matches - outOfOrder / 2) / matches) / 3
}
