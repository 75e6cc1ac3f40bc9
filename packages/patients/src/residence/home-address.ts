/** Where somebody lives, as far as it is known: a part that nobody knows is empty. */
export interface HomeAddress {
  readonly line: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
}

const parts = ['line', 'city', 'state', 'postalCode'] as const

function partOf(address: unknown, part: (typeof parts)[number]): string {
  if (typeof address !== 'object' || address === null) return ''
  const text = (address as Partial<Record<string, unknown>>)[part]
  return typeof text === 'string' ? text.trim() : ''
}

/** Whether a letter could be addressed with it: every part is known. */
export function isWholeAddress(address: unknown): boolean {
  return parts.every((part) => partOf(address, part) !== '')
}

/** Whether nothing of it is known. */
export function isEmptyAddress(address: unknown): boolean {
  return parts.every((part) => partOf(address, part) === '')
}

/** `12 Elm St, Springfield, IL 62701`, without a comma for what is not known; empty where nothing is. */
export function addressText(address: unknown): string {
  const [line, city, state, postalCode] = parts.map((part) => partOf(address, part))
  const region = [state, postalCode].filter(Boolean).join(' ')
  return [line, city, region].filter(Boolean).join(', ')
}
