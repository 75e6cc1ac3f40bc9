export interface PrintWords {
  readonly locale: string
  readonly version: (version: number, language: string) => string
  readonly agreed: string
  readonly declined: string
  readonly signedBy: (name: string) => string
  readonly signedFor: (name: string, relationship: string) => string
  readonly on: (at: string) => string
  readonly how: Readonly<Record<'drawn' | 'typed' | 'paper' | 'said', string>>
  readonly until: (day: string) => string
  readonly revoked: (at: string, reason: string) => string
  readonly signature: string
  readonly unknown: string
}

/** For patients: reading level 6. */
export const printWords: Readonly<Record<'en' | 'es', PrintWords>> = {
  en: {
    locale: 'en-US',
    version: (version, language) => `Version ${version}, ${language}`,
    agreed: 'Agreed',
    declined: 'Said no',
    signedBy: (name) => `Signed by ${name}`,
    signedFor: (name, relationship) => `Signed by ${name} (${relationship})`,
    on: (at) => `On ${at}`,
    how: {
      drawn: 'Signed by hand on a screen',
      typed: 'Signed by typing the name',
      paper: 'Signed on paper. The practice keeps the paper.',
      said: 'Told to the front desk. Not signed.',
    },
    until: (day) => `Good until ${day}`,
    revoked: (at, reason) => `Taken back on ${at}: ${reason}`,
    signature: 'Signature',
    unknown: 'The words of this text are not kept here. They were signed before texts were kept.',
  },
  es: {
    locale: 'es-US',
    version: (version, language) => `Versión ${version}, ${language}`,
    agreed: 'Aceptó',
    declined: 'Dijo que no',
    signedBy: (name) => `Firma de ${name}`,
    signedFor: (name, relationship) => `Firma de ${name} (${relationship})`,
    on: (at) => `El ${at}`,
    how: {
      drawn: 'Firmado a mano en una pantalla',
      typed: 'Firmado al escribir el nombre',
      paper: 'Firmado en papel. El consultorio guarda el papel.',
      said: 'Dicho en la recepción. Sin firma.',
    },
    until: (day) => `Vale hasta el ${day}`,
    revoked: (at, reason) => `Retirado el ${at}: ${reason}`,
    signature: 'Firma',
    unknown: 'Las palabras de este texto no están aquí. Se firmó antes de que se guardaran los textos.',
  },
}
