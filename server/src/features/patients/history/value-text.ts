/** Values as they are compared and listed: a text as it is, a list with commas, an address on one line. */
export function valueText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  if (typeof value === 'object') {
    const { line, city, state, postalCode, ...rest } = value as Record<string, unknown>
    return [line, city, state, postalCode, ...Object.values(rest)]
      .filter((part) => part !== undefined && part !== null && part !== '')
      .map(valueText)
      .join(', ')
  }
  return JSON.stringify(value)
}
