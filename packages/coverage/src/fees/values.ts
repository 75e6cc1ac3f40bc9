/** Longer than any price, shorter than a number that a computer rounds. */
const mostDigits = 9

/**
 * `$1,234.50`, `1234.5`, `USD 80`, `1.234,50`: whole cents. Null for anything that could be read in two ways, is less
 * than nothing or has parts of a cent.
 */
export function centsOf(text: string): number | null {
  const bare = text.replace(/^\s*(?:USD|US\$|\$)\s*|\s*(?:USD|\$)\s*$/gi, '').trim()
  const grouped = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)?$/.exec(bare)
  const continental = /^(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,2})$/.exec(bare)
  const [, whole = '', part = ''] = grouped ?? continental ?? []
  const digits = whole.replace(/[.,]/g, '')
  if (digits === '' || digits.length > mostDigits) return null
  return Number(digits) * 100 + Number(part.padEnd(2, '0'))
}

export interface CodeAndModifier {
  readonly code: string
  readonly modifier: string
}

/** CPT or HCPCS by its form, with a modifier behind it where one stands there: `99213`, `G0439`, `73721-26`. */
export function codeOf(text: string): CodeAndModifier | null {
  const [, code, modifier = ''] =
    /^([A-Z0-9]\d{3}[A-Z0-9])(?:[-\s:.]([A-Z0-9]{2}))?$/.exec(text.trim().toUpperCase()) ?? []
  return code === undefined ? null : { code, modifier }
}

export function modifierOf(text: string): string | null {
  const bare = text.trim().toUpperCase()
  return /^(?:[A-Z0-9]{2})?$/.test(bare) ? bare : null
}
