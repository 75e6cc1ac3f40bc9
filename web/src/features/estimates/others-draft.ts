import type { Body, estimates } from '@foyer/contract'
import { diagnosisCodes } from '@foyer/coverage'

export type Other = NonNullable<Body<typeof estimates.makeEstimate>['coProviders']>[number]
type Item = Other['items'][number]

/** Somebody whose services belong to the visit, as it is typed. */
export interface OtherDraft {
  readonly key: number
  readonly name: string
  readonly npi: string
  readonly taxId: string
  readonly place: string
  /** One service a line. */
  readonly services: string
}

/**
 * `80053 ×2 | Blood test | 40.00 | E11.9`: code, how many, plain words, what is expected for all of them, diagnoses where they are
 * known; null where it is no such line.
 */
export function serviceOf(line: string): Item | null {
  const [what = '', description = '', amount = '', diagnoses = '', ...more] = line.split('|').map((part) => part.trim())
  const [, code, units = '1'] = /^([A-Z0-9]{1,20})(?:\s*[×X*]\s*(\d{1,3}))?$/.exec(what.toUpperCase()) ?? []
  const [, whole, fraction = '00'] = /^\$?\s*(\d{1,6})(?:[.,](\d{2}))?$/.exec(amount) ?? []
  if (code === undefined || whole === undefined || Number(units) < 1 || more.length > 0) return null
  if (description === '' || description.length > 200) return null
  const expectedCents = Number(whole) * 100 + Number(fraction)
  const codes = diagnosisCodes(diagnoses)
  if ('wrong' in codes || codes.length > 12) return null
  return { code, description, diagnosisCodes: [...codes], units: Number(units), expectedCents }
}

export type OtherFault = 'name' | 'npi' | 'services'

/** What stands in the way, and of the services the line that was not understood. */
export interface Faulty {
  readonly key: number
  readonly fault: OtherFault
  readonly line: string
}

/** As the estimate takes them, or the first that is not understood. An empty one is left out. */
export function othersOf(drafts: readonly OtherDraft[]): readonly Other[] | Faulty {
  const others: Other[] = []
  for (const { key, services, ...draft } of drafts) {
    const [name, npi, taxId, place] = [draft.name, draft.npi, draft.taxId, draft.place].map((text) => text.trim())
    const lines = services.split('\n').flatMap((line) => line.trim() || [])
    if (!name && !npi && !taxId && !place && lines.length === 0) continue
    if (!name) return { key, fault: 'name', line: '' }
    if (npi && !/^\d{10}$/.test(npi)) return { key, fault: 'npi', line: '' }
    const wrong = lines.find((line) => serviceOf(line) === null)
    if (wrong !== undefined || lines.length === 0) return { key, fault: 'services', line: wrong ?? '' }
    const items = lines.flatMap((line) => serviceOf(line) ?? [])
    others.push({ name, npi: npi || null, taxId: taxId || null, place: place || null, items })
  }
  return others
}
