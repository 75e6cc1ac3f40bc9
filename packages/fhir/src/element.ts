import { isObject, type JsonObject, member } from './resource.ts'

export type FaultCode =
  | 'wrong-type'
  | 'unknown-code'
  | 'date-broken'
  | 'date-missing'
  | 'period-backwards'
  | 'name-missing'
  | 'status-missing'
  | 'reference-missing'
  | 'reference-broken'
  | 'time-zone-unknown'
  | 'not-a-person'

/** What is wrong with one field. `field` is the path inside the resource; `text` never quotes a value but a code. */
export type Fault = { readonly code: FaultCode; readonly field: string; readonly text: string }

/** A JSON object of a resource, where it stands in it, and the list its faults are noted in. */
export type Element = { readonly json: JsonObject; readonly at: string; readonly faults: Fault[] }

export function note(element: Element, name: string, code: FaultCode, what: string): undefined {
  const field = element.at === '' ? name : `${element.at}.${name}`
  element.faults.push({ code, field, text: `${field} ${what}` })
}

export function text(element: Element, name: string): string | undefined {
  const value = member(element.json, name)
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') return note(element, name, 'wrong-type', `is ${kindOf(value)}, not text`)
  return value.trim() === '' ? undefined : value
}

/** The texts of a list; nulls are left out, as FHIR puts them where only an extension stands. */
export function texts(element: Element, name: string): string[] {
  return items(element, name).flatMap(([index, value]) => {
    if (typeof value === 'string') return value.trim() === '' ? [] : [value]
    note(element, `${name}[${index}]`, 'wrong-type', `is ${kindOf(value)}, not text`)
    return []
  })
}

export function flag(element: Element, name: string): boolean | undefined {
  const value = member(element.json, name)
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? undefined
  return note(element, name, 'wrong-type', `is ${kindOf(value)}, not true or false`)
}

/** FHIR positiveInt. */
export function positive(element: Element, name: string): number | undefined {
  const value = member(element.json, name)
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31) return value
  return note(element, name, 'wrong-type', 'is not a whole number above 0')
}

export function coded<C extends string>(element: Element, name: string, codes: readonly C[]): C | undefined {
  const value = text(element, name)
  if (value === undefined) return undefined
  const known = codes.find((code) => code === value)
  if (known !== undefined) return known
  const shown = /^[A-Za-z0-9_-]{1,24}$/.test(value) ? `'${value}'` : 'a value that is no code'
  return note(element, name, 'unknown-code', `is ${shown}; allowed are ${codes.join(', ')}`)
}

/** A code that must be there; `fallback` only stands in until the noted fault rejects the resource. */
export function requiredCode<C extends string>(element: Element, name: string, codes: readonly C[], fallback: C): C {
  if (isAbsent(element, name)) note(element, name, 'status-missing', 'is missing')
  return coded(element, name, codes) ?? fallback
}

export function isAbsent(element: Element, name: string): boolean {
  return (member(element.json, name) ?? undefined) === undefined
}

export function child(element: Element, name: string): Element | undefined {
  const value = member(element.json, name)
  if (value === undefined || value === null) return undefined
  if (!isObject(value)) return note(element, name, 'wrong-type', `is ${kindOf(value)}, not an object`)
  return { json: value, at: place(element, name), faults: element.faults }
}

export function children(element: Element, name: string): Element[] {
  return items(element, name).flatMap(([index, value]) => {
    if (isObject(value)) return [{ json: value, at: `${place(element, name)}[${index}]`, faults: element.faults }]
    note(element, `${name}[${index}]`, 'wrong-type', `is ${kindOf(value)}, not an object`)
    return []
  })
}

/** The extensions of an element with this address. */
export function extensions(element: Element, url: string): Element[] {
  return children(element, 'extension').filter((extension) => member(extension.json, 'url') === url)
}

/** The members of a list with their index; nulls are left out. */
function items(element: Element, name: string): [number, unknown][] {
  const value = member(element.json, name)
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) {
    note(element, name, 'wrong-type', `is ${kindOf(value)}, not a list`)
    return []
  }
  return [...value.entries()].filter(([, item]) => item !== null)
}

function place(element: Element, name: string): string {
  return element.at === '' ? name : `${element.at}.${name}`
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'text' : `a ${typeof value}`
}
