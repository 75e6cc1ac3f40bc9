import { type Concept, conceptText } from './concept.ts'

const roleCode = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode'
const coded = (code: string, display: string) => ({ system: roleCode, code, display })

/** Who somebody is to the patient, coded as FHIR's RelatedPerson asks (v3 PersonalRelationshipRoleType). */
export const relationships: readonly Concept[] = [
  { code: 'daughter', en: 'daughter', es: 'hija', coding: coded('DAUC', 'daughter') },
  { code: 'son', en: 'son', es: 'hijo', coding: coded('SONC', 'son') },
  { code: 'mother', en: 'mother', es: 'madre', coding: coded('MTH', 'mother') },
  { code: 'father', en: 'father', es: 'padre', coding: coded('FTH', 'father') },
  { code: 'parent', en: 'parent', es: 'madre o padre', coding: coded('PRN', 'parent') },
  { code: 'child', en: 'child', es: 'hija o hijo', coding: coded('CHILD', 'child') },
  { code: 'wife', en: 'wife', es: 'esposa', coding: coded('WIFE', 'wife') },
  { code: 'husband', en: 'husband', es: 'esposo', coding: coded('HUSB', 'husband') },
  { code: 'spouse', en: 'spouse', es: 'cónyuge', coding: coded('SPS', 'spouse') },
  { code: 'partner', en: 'partner', es: 'pareja', coding: coded('DOMPART', 'domestic partner') },
  { code: 'sister', en: 'sister', es: 'hermana', coding: coded('SIS', 'sister') },
  { code: 'brother', en: 'brother', es: 'hermano', coding: coded('BRO', 'brother') },
  { code: 'sibling', en: 'sibling', es: 'hermana o hermano', coding: coded('SIB', 'sibling') },
  { code: 'grandmother', en: 'grandmother', es: 'abuela', coding: coded('GRMTH', 'grandmother') },
  { code: 'grandfather', en: 'grandfather', es: 'abuelo', coding: coded('GRFTH', 'grandfather') },
  { code: 'grandchild', en: 'grandchild', es: 'nieta o nieto', coding: coded('GRNDCHILD', 'grandchild') },
  { code: 'guardian', en: 'guardian', es: 'tutela legal', coding: coded('GUARD', 'guardian') },
  { code: 'caregiver', en: 'caregiver', es: 'cuidado', coding: null },
  { code: 'friend', en: 'friend', es: 'amistad', coding: coded('FRND', 'unrelated friend') },
  { code: 'neighbor', en: 'neighbor', es: 'vecindad', coding: coded('NBOR', 'neighbor') },
]

/** "mother", or the words that came from elsewhere. */
export function kinText(relationship: string, locale: 'en' | 'es'): string {
  const code = relationship.toLowerCase()
  const words = conceptText(relationships, code, locale)
  return words === code ? relationship : words
}

/** Who the patient is to whoever holds the insurance. */
export const subscriberRelationships = [
  { code: 'self', en: 'the member', es: 'titular', coding: null },
  { code: 'spouse', en: 'spouse of the member', es: 'cónyuge de titular', coding: null },
  { code: 'child', en: 'child of the member', es: 'hija o hijo de titular', coding: null },
  { code: 'other', en: 'otherwise related', es: 'de otra relación', coding: null },
] as const satisfies readonly Concept[]
