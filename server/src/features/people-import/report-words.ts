const en = {
  head: ['Line', 'What became of it', 'Why', 'Column', 'Left out', 'Same as line', 'MRN', 'May be MRN', 'Taken back'],
  created: 'created',
  matched: 'here already',
  asked: 'may be here already',
  bad: 'not taken',
  removed: 'removed',
  restored: 'as before',
  'row-width': 'more or fewer fields than the header has',
  'row-unreadable': 'the row cannot be read',
  'name-missing': 'first or last name is missing',
  'birth-date-missing': 'birth date is missing',
  'birth-date-unreadable': 'birth date cannot be read',
  'birth-date-impossible': 'there is no such birth date',
  'birth-date-ahead': 'birth date has not come yet',
  'too-long': 'longer than 200 letters',
  'nul-character': 'has a character that cannot be kept',
  'phone-unreadable': 'phone cannot be read',
  'email-unreadable': 'e-mail cannot be read',
  'sex-unknown': 'sex is not understood',
  'language-unknown': 'language is not known here',
  'payer-missing': 'a member number without the name of the insurance',
  'identifier-taken': 'the number belongs to another person',
} as const
type Words = Readonly<Record<Exclude<keyof typeof en, 'head'>, string>> & { readonly head: readonly string[] }

const es: Words = {
  head: [
    'Línea',
    'Resultado',
    'Motivo',
    'Columna',
    'Omitido',
    'Igual que la línea',
    'MRN',
    'Puede ser MRN',
    'Deshecho',
  ],
  created: 'creada',
  matched: 'ya estaba',
  asked: 'puede que ya esté',
  bad: 'no se tomó',
  removed: 'quitada',
  restored: 'como antes',
  'row-width': 'más o menos campos que el encabezado',
  'row-unreadable': 'la fila no se puede leer',
  'name-missing': 'falta el nombre o el apellido',
  'birth-date-missing': 'falta la fecha de nacimiento',
  'birth-date-unreadable': 'la fecha de nacimiento no se puede leer',
  'birth-date-impossible': 'esa fecha de nacimiento no existe',
  'birth-date-ahead': 'la fecha de nacimiento aún no llega',
  'too-long': 'más de 200 letras',
  'nul-character': 'tiene un carácter que no se puede guardar',
  'phone-unreadable': 'el teléfono no se puede leer',
  'email-unreadable': 'el correo no se puede leer',
  'sex-unknown': 'no se entiende el sexo',
  'language-unknown': 'el idioma no se conoce aquí',
  'payer-missing': 'número de afiliado sin nombre del seguro',
  'identifier-taken': 'el número es de otra persona',
}

export const reportWords: Readonly<Record<'en' | 'es', Words>> = { en, es }

/** Words for a code that came from the table; a code without words stands for itself. */
export function wordFor(words: Words, code: string | null): string {
  if (code === null) return ''
  return code !== 'head' && code in words ? words[code as Exclude<keyof Words, 'head'>] : code
}
