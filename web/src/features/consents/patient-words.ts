/** What the person who signs reads, in the language of the text and not of the desk. Reading level 6. */
const words = {
  en: {
    name: 'Your name, as your signature',
    nameMissing: 'Type your name to sign.',
    pad: 'Sign here',
    padHelp: 'Sign with a finger, a pen or the mouse. Or choose to type your name.',
    padMissing: 'Sign in the box.',
    clear: 'Clear',
    agree: 'I agree',
    decline: 'I do not agree',
  },
  es: {
    name: 'Su nombre, como firma',
    nameMissing: 'Escriba su nombre para firmar.',
    pad: 'Firme aquí',
    padHelp: 'Firme con el dedo, un lápiz o el ratón. O escriba su nombre.',
    padMissing: 'Firme en el cuadro.',
    clear: 'Borrar',
    agree: 'Acepto',
    decline: 'No acepto',
  },
} as const

export function patientWords(language: string): (typeof words)['en' | 'es'] {
  return language.startsWith('es') ? words.es : words.en
}
