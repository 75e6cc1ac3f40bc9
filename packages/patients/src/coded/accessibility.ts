import type { Concept } from './concept.ts'

/** What somebody needs so that they can come, be understood and be seen; asked for 45 CFR 92.202 (effective communication) and 92.203 (buildings). */
export const accessibilityNeeds = [
  { code: 'wheelchair', en: 'Uses a wheelchair', es: 'Usa silla de ruedas', coding: null },
  { code: 'step-free', en: 'No stairs', es: 'Sin escaleras', coding: null },
  { code: 'transfer', en: 'Help onto the table', es: 'Ayuda para subir a la camilla', coding: null },
  { code: 'hard-of-hearing', en: 'Hard of hearing', es: 'Oye poco', coding: null },
  { code: 'deaf', en: 'Deaf', es: 'Sordera', coding: null },
  { code: 'low-vision', en: 'Low vision', es: 'Ve poco', coding: null },
  { code: 'blind', en: 'Blind', es: 'Ceguera', coding: null },
  { code: 'large-print', en: 'Large print', es: 'Letra grande', coding: null },
  { code: 'easy-words', en: 'Plain words, more time', es: 'Palabras sencillas, más tiempo', coding: null },
  { code: 'speech', en: 'Speaks with difficulty', es: 'Habla con dificultad', coding: null },
  { code: 'quiet', en: 'A quiet place to wait', es: 'Un lugar tranquilo para esperar', coding: null },
  { code: 'service-animal', en: 'Comes with a service animal', es: 'Viene con animal de servicio', coding: null },
] as const satisfies readonly Concept[]
