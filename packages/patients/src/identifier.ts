const firstNumber = 410_000

/** The medical record number that stands at `sequence` (0, 1, 2 …) in this practice: `00410000` and up, 8 digits. */
export function mrnNumber(sequence: number): string {
  return String(firstNumber + sequence).padStart(8, '0')
}

export function isMrn(text: string): boolean {
  return /^\d{8}$/.test(text)
}

/** `00417028` → `0041 7028`. Numbers of another shape (from other systems) come back unchanged. */
export function formatMrn(mrn: string): string {
  return isMrn(mrn) ? `${mrn.slice(0, 4)} ${mrn.slice(4)}` : mrn
}

/**
 * The 8 digits of a medical record number as typed or read aloud: with or without `MRN` before it, spaces and hyphens
 * anywhere, the letter O for 0 and I, L or | for 1. Null when that does not give 8 digits, most of them real ones.
 */
export function parseMrn(text: string): string | null {
  const typed = text.replace(/^\s*mrn\b[\s:#.]*/i, '').replace(/[\s\u00a0-]/g, '')
  if ((typed.match(/\d/g) ?? []).length < 5) return null
  const digits = typed.replace(/[oO]/g, '0').replace(/[iIlL|]/g, '1')
  return isMrn(digits) ? digits : null
}
