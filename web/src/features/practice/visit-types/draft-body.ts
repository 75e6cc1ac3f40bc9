import type { Body, practice } from '@foyer/contract'
import { lengthOf, phasesOf, roleNameOf, type VisitTypeDraft } from './draft.ts'
import { faultsOf, isFine } from './draft-faults.ts'

function given(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

/** What the server takes; null while something has to be mended. */
export function bodyOf(draft: VisitTypeDraft): Body<typeof practice.addVisitType> | null {
  const durationMinutes = lengthOf(draft)
  if (!isFine(faultsOf(draft)) || durationMinutes === null) return null
  const phases = phasesOf(draft)
  return {
    name: draft.name.trim(),
    nameEs: draft.nameEs.trim(),
    durationMinutes,
    bufferAfterMinutes: draft.bufferAfterMinutes ?? 0,
    forNewPatients: draft.forNewPatients,
    telehealth: draft.telehealth,
    copayCents: draft.copayCents,
    tone: draft.tone,
    prep: given(draft.prep),
    prepEs: given(draft.prepEs),
    active: draft.active,
    rules: { ...draft.rules, ...(phases.length > 0 && { phases }) },
    roles: draft.needs.map(({ role, kind, mode, candidates, requires, phase }) => {
      const at = draft.phases.findIndex(({ key }) => key === phase)
      const name = phases[at]?.name
      return {
        role: roleNameOf(role),
        kind,
        candidates: mode === 'named' ? [...candidates] : [],
        ...(requires.length > 0 && { requires: [...requires] }),
        ...(name !== undefined && { phase: name }),
      }
    }),
  }
}
