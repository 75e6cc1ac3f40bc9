import { child, type Element, note, text } from './element.ts'
import { type FhirResource, isObject, member, textMember } from './resource.ts'

/** A resource with the identity it will be imported under. */
export type Keyed = FhirResource & {
  readonly key: string
  /** Key of the resource it is contained in. */
  readonly owner?: string
  /** Only there to be pointed to: what a claim contains is a copy, one a claim; a Patient in a Patient is the same person. */
  readonly hidden?: boolean
}

/** What a reference points to. `key` is undefined when it only names somebody; `found` when the document holds it. */
export type Target = {
  readonly key?: string
  readonly type?: string
  readonly display?: string
  readonly found?: Keyed
}

export type Directory = {
  readonly byKey: ReadonlyMap<string, Keyed>
  readonly byUrl: ReadonlyMap<string, Keyed>
  /** `Practitioner?identifier=system|value`; undefined when two resources carry the identifier. */
  readonly byIdentifier: ReadonlyMap<string, Keyed | undefined>
  /** Addresses of the servers the entries came from, with the slash. */
  readonly bases: ReadonlySet<string>
}

const restful =
  /^((?:https?:\/\/[^\s?#]+\/)?)([A-Z][A-Za-z]{0,63})\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/
const conditional = /^([A-Z][A-Za-z]{0,63})\?identifier=([^&\s]+)$/

/** Identity of a resource: type and id, else its `urn:`, else the end of its RESTful address. */
export function keyOf(resource: FhirResource): string | undefined {
  if (resource.id !== undefined) return `${resource.resourceType}/${resource.id}`
  if (resource.fullUrl?.startsWith('urn:')) return resource.fullUrl
  const address = restful.exec(resource.fullUrl ?? '')
  return address?.[2] === resource.resourceType ? `${address[2]}/${address[3]}` : undefined
}

/** `all` holds every version of the `current` resources: a reference to the address of an older one means the newest. */
export function directory(current: readonly Keyed[], all: readonly Keyed[] = current): Directory {
  const byKey = new Map<string, Keyed>()
  const byUrl = new Map<string, Keyed>()
  const byIdentifier = new Map<string, Keyed | undefined>()
  const bases = new Set<string>()
  for (const resource of current) {
    byKey.set(resource.key, resource)
    for (const token of identifierTokens(resource)) {
      const other = byIdentifier.get(token)
      const shared = byIdentifier.has(token) && other?.key !== resource.key
      byIdentifier.set(token, shared ? undefined : resource)
    }
  }
  for (const { key, fullUrl } of all) {
    const resource = byKey.get(key)
    if (fullUrl !== undefined && resource !== undefined) byUrl.set(fullUrl, resource)
    const base = restful.exec(fullUrl ?? '')?.[1]
    if (base) bases.add(base)
  }
  return { byKey, byUrl, byIdentifier, bases }
}

/**
 * Resolves a Reference by fullUrl, `Type/id`, `urn:uuid:`, `#contained`, conditional or logical identifier. An
 * absolute address is shortened to `Type/id` only when an entry of the document came from the same server: number
 * 12 of another server is another person. `type` is what the field expects where the reference does not say.
 */
export function resolve(
  from: Directory,
  owner: Keyed,
  reference: Element | undefined,
  type?: string,
): Target | undefined {
  if (reference === undefined) return undefined
  const display = text(reference, 'display')
  const given = text(reference, 'reference')
  const expected = text(reference, 'type') ?? type
  if (given === undefined) return logical(from, reference, expected, display)
  const url = from.byUrl.get(given)
  if (url !== undefined) return target(url, display)
  if (given.startsWith('#')) {
    const key = given === '#' ? (owner.owner ?? owner.key) : `${owner.owner ?? owner.key}${given}`
    return target(from.byKey.get(key), display) ?? { key, type: expected, display }
  }
  const query = conditional.exec(given)
  if (query !== null) return identified(from, `${query[1]}?identifier=${decoded(query[2] ?? '')}`, query[1], display)
  if (given.startsWith('urn:')) return target(from.byKey.get(given), display) ?? { key: given, type: expected, display }
  const address = restful.exec(given)
  if (address === null) return note(reference, 'reference', 'reference-broken', 'is no reference FHIR knows')
  const local = address[1] === '' || from.bases.has(address[1] ?? '')
  const key = `${local ? '' : address[1]}${address[2]}/${address[3]}`
  return target(from.byKey.get(key), display) ?? { key, type: address[2], display }
}

function logical(from: Directory, reference: Element, type: string | undefined, display: string | undefined): Target {
  const identifier = child(reference, 'identifier')
  const value = identifier && text(identifier, 'value')
  if (identifier === undefined || value === undefined || type === undefined) return { type, display }
  return identified(from, `${type}?identifier=${text(identifier, 'system') ?? ''}|${value}`, type, display)
}

function identified(from: Directory, token: string, type: string | undefined, display: string | undefined): Target {
  return target(from.byIdentifier.get(token), display) ?? { key: token, type, display }
}

function target(found: Keyed | undefined, display: string | undefined): Target | undefined {
  return found && { key: found.key, type: found.resourceType, display, found }
}

function identifierTokens(resource: Keyed): string[] {
  const list = isObject(resource.resource) ? member(resource.resource, 'identifier') : undefined
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown) => {
    const value = isObject(item) ? textMember(item, 'value') : undefined
    if (!isObject(item) || value === undefined) return []
    return [`${resource.resourceType}?identifier=${textMember(item, 'system') ?? ''}|${value}`]
  })
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
