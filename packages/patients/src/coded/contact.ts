import type { Concept } from './concept.ts'

/** How somebody likes to be reached; none of them: no preference. */
export const contactPreferences = [
  { code: 'text', en: 'Text message', es: 'Mensaje de texto', coding: null },
  { code: 'call', en: 'Call', es: 'Llamada', coding: null },
  { code: 'email', en: 'E-mail', es: 'Correo electrónico', coding: null },
  { code: 'letter', en: 'Letter', es: 'Carta', coding: null },
] as const satisfies readonly Concept[]

/** The ways of a wish for confidential contact (45 CFR 164.522(b)). */
export const contactWayWords = [
  ...contactPreferences,
  { code: 'in-person', en: 'In person', es: 'En persona', coding: null },
] as const satisfies readonly Concept[]

const contactUse = 'http://hl7.org/fhir/contact-point-use'

export const contactUses = [
  { code: 'mobile', en: 'mobile', es: 'móvil', coding: { system: contactUse, code: 'mobile', display: 'Mobile' } },
  { code: 'home', en: 'home', es: 'casa', coding: { system: contactUse, code: 'home', display: 'Home' } },
  { code: 'work', en: 'work', es: 'trabajo', coding: { system: contactUse, code: 'work', display: 'Work' } },
] as const satisfies readonly Concept[]
