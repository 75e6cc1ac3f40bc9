import type { consents, Reply } from '@foyer/contract'
import type { TextRow } from './store.ts'

export type ConsentTextShape = Reply<typeof consents.endConsentText>

export function presentText(row: TextRow): ConsentTextShape {
  return {
    id: row.id,
    // Written by the contract's own list of kinds.
    kind: row.kind as ConsentTextShape['kind'],
    version: row.version,
    language: row.language,
    title: row.title,
    body: row.body,
    scope: row.scope,
    validDays: row.valid_days,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    isMaterial: row.is_material,
  }
}
