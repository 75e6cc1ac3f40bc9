/** One JSON object, read by name only; nothing about its members is known yet. */
export type JsonObject = { readonly [name: string]: unknown }

/**
 * One resource of a document, not yet checked. `resource` is whatever stood there (undefined for a bundle entry
 * without one), `resourceType` is '' when it names none, `path` says where it stood: `Patient`,
 * `Bundle.entry[3].resource`, `line(7)`.
 */
export type FhirResource = {
  readonly resourceType: string
  readonly id: string | undefined
  readonly fullUrl?: string
  readonly resource: unknown
  readonly path: string
}

/** Why a text was not read. `line` and `column` count from 1; `text` never quotes the content. */
export type ReadFault = {
  readonly code: 'empty' | 'xml' | 'json-broken' | 'not-fhir'
  readonly line: number
  readonly column: number
  readonly text: string
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own members only, so that a name like `constructor` never reaches the prototype. */
export function member(json: JsonObject, name: string): unknown {
  return Object.hasOwn(json, name) ? json[name] : undefined
}

export function textMember(json: JsonObject, name: string): string | undefined {
  const value = member(json, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A FHIR id; anything else in its place may be words about a person and is never shown. */
export function isId(value: string | undefined): value is string {
  return value !== undefined && /^[A-Za-z0-9.-]{1,64}$/.test(value)
}

/** R4 resource names: `Patient`, `ExplanationOfBenefit`. */
export function resourceTypeOf(value: unknown): string {
  const name = isObject(value) ? textMember(value, 'resourceType') : undefined
  return name !== undefined && /^[A-Z][A-Za-z]{0,63}$/.test(name) ? name : ''
}
