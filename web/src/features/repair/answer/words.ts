/** What a patient reads on the page of a link: short sentences, plain words, nothing about health. */
export interface AnswerWords {
  readonly locale: string
  readonly page: string
  readonly language: string
  readonly moved: string
  readonly same: string
  readonly ask: string
  readonly when: string
  readonly where: string
  readonly was: string
  readonly online: string
  readonly clock: (city: string) => string
  readonly yes: string
  readonly other: string
  readonly call: string
  readonly saving: string
  readonly saved: string
  readonly thanksYes: string
  readonly thanksOther: string
  readonly thanksCall: string
  readonly thanksPhone: string
  readonly change: string
  readonly notOpen: string
  readonly gone: string
  readonly goneNext: string
  readonly failed: string
  readonly again: string
  readonly loading: string
  readonly help: (phone: string) => string
  readonly helpNone: string
}

const en: AnswerWords = {
  locale: 'en-US',
  page: 'Your appointment',
  language: 'Language',
  moved: 'We are sorry. We had to move your appointment.',
  same: 'Your appointment stays at the same time. Another person of our team will see you.',
  ask: 'Is this all right for you?',
  when: 'When',
  where: 'Where',
  was: 'It was',
  online: 'By phone or video. You do not need to come in.',
  clock: (city) => `${city} time`,
  yes: 'Yes, that works',
  other: 'I need another time',
  call: 'Please call me',
  saving: 'Saving …',
  saved: 'Saved.',
  thanksYes: 'Thank you. We will see you then.',
  thanksOther: 'Thank you. We will call you to find another time.',
  thanksCall: 'Thank you. We will call you.',
  thanksPhone: 'Thank you. We have talked by phone.',
  change: 'You can change your answer here.',
  notOpen: 'This appointment is over or canceled. You do not need to answer.',
  gone: 'This link does not work.',
  goneNext: 'Please use the link in our newest message, or call us.',
  failed: 'That did not work. Your answer is not saved yet.',
  again: 'Try again',
  loading: 'One moment …',
  help: (phone) => `Do you need help? Call us at ${phone}.`,
  helpNone: 'Do you need help? Please call us.',
}

const es: AnswerWords = {
  locale: 'es-US',
  page: 'Su cita',
  language: 'Idioma',
  moved: 'Lo sentimos. Tuvimos que cambiar su cita.',
  same: 'Su cita sigue a la misma hora. Le atenderá otra persona de nuestro equipo.',
  ask: '¿Le va bien así?',
  when: 'Cuándo',
  where: 'Dónde',
  was: 'Antes era',
  online: 'Por teléfono o video. No necesita venir.',
  clock: (city) => `hora de ${city}`,
  yes: 'Sí, me va bien',
  other: 'Necesito otra hora',
  call: 'Llámenme, por favor',
  saving: 'Guardando …',
  saved: 'Guardado.',
  thanksYes: 'Gracias. Nos vemos entonces.',
  thanksOther: 'Gracias. Le llamaremos para buscar otra hora.',
  thanksCall: 'Gracias. Le llamaremos.',
  thanksPhone: 'Gracias. Ya hablamos por teléfono.',
  change: 'Puede cambiar su respuesta aquí.',
  notOpen: 'Esta cita ya pasó o fue cancelada. No necesita responder.',
  gone: 'Este enlace no funciona.',
  goneNext: 'Use el enlace de nuestro último mensaje, o llámenos.',
  failed: 'No funcionó. Su respuesta no está guardada todavía.',
  again: 'Intentar otra vez',
  loading: 'Un momento …',
  help: (phone) => `¿Necesita ayuda? Llámenos al ${phone}.`,
  helpNone: '¿Necesita ayuda? Llámenos.',
}

export const answerWords = { en, es } as const
export type AnswerLanguage = keyof typeof answerWords
