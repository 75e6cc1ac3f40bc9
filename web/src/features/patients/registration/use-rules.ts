import { registration } from '@foyer/contract'
import { type FieldRule, fieldRules, type RegistrationField, type RegistrationRule } from '@foyer/patients'
import { useAsk } from '../../../app/ask.ts'

const none: readonly RegistrationRule[] = []

/** What the practice set; until it is known, and where it set nothing, what is usual. */
export function useRules(): readonly RegistrationRule[] {
  return useAsk(registration.readRegistrationRules, {}).data?.rules ?? none
}

export type AskedFields = ReadonlyMap<RegistrationField, FieldRule>

export function askedFor(rules: readonly RegistrationRule[], visitTypeId: string | null): AskedFields {
  return new Map(fieldRules(rules, visitTypeId).map((rule) => [rule.field, rule]))
}
