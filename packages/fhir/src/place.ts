import { children, type Element, note } from './element.ts'
import { type Directory, type Keyed, resolve, type Target } from './references.ts'
import { isObject, textMember } from './resource.ts'

/** What a reader of one resource is told beside the resource itself. */
export type Place = { readonly resource: Keyed; readonly source: string; readonly directory: Directory }

export function common(place: Place): { key: string; source: string; path: string } {
  return { key: place.resource.key, source: place.source, path: place.resource.path }
}

export function pointed(place: Place, reference: Element | undefined, type?: string): Target | undefined {
  return resolve(place.directory, place.resource, reference, type)
}

/** The key behind a field that must point to a patient; notes the fault when it does not. */
export function patientKey(place: Place, element: Element, name: string, reference: Element | undefined): string {
  const found = pointed(place, reference, 'Patient')
  if (found?.key !== undefined && (found.type === undefined || found.type === 'Patient')) return found.key
  const told = element.faults.some((fault) => fault.field.startsWith(name))
  if (!told) note(element, name, 'reference-missing', 'points to no patient')
  return ''
}

/** Name of what a reference points to: as the reference says, else as the document says. */
export function targetName(target: Target | undefined): string | undefined {
  const json = target?.found?.resource
  return target?.display ?? (isObject(json) ? textMember(json, 'name') : undefined)
}

/** Keys behind a list of references. */
export function keysOf(place: Place, element: Element, name: string, type: string): string[] {
  return children(element, name).flatMap((reference) => pointed(place, reference, type)?.key ?? [])
}
