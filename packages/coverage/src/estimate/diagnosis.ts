/** ICD-10-CM: a letter, a digit, a letter or digit, then up to four more behind a point that may be left out. */
const form = /^([A-Z]\d[0-9A-Z])(?:\.?([0-9A-Z]{1,4}))?$/

/** A diagnosis code as it is written down, with its point: `e119` is `E11.9`; null for what has not the form of one. */
export function diagnosisCode(text: string): string | null {
  const [, category, rest] = form.exec(text.trim().toUpperCase()) ?? []
  if (category === undefined) return null
  return rest === undefined ? category : `${category}.${rest}`
}

/** Codes as they were typed, between commas, semicolons or blanks, each once; or the first that is none. */
export function diagnosisCodes(text: string): readonly string[] | { readonly wrong: string } {
  const words = text.split(/[\s,;]+/).filter(Boolean)
  const wrong = words.find((word) => diagnosisCode(word) === null)
  return wrong === undefined ? [...new Set(words.flatMap((word) => diagnosisCode(word) ?? []))] : { wrong }
}
