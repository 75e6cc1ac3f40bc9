/** What a patient reads about a visit: short sentences, plain words, nothing about health. Staff texts are elsewhere. */
export interface VisitWords {
  readonly subject: string
  /** One sentence that says what happened. */
  readonly news: string
}

export interface PatientWords {
  /** For dates and times. */
  readonly locale: string
  hello(name: string): string
  /** To somebody who acts for the patient. */
  about(name: string): string
  booked(practice: string): VisitWords
  moved(practice: string): VisitWords
  /** The practice could not keep the time. */
  movedByUs(practice: string): VisitWords
  /** The time stays, but not who sees them. */
  otherPerson(practice: string): VisitWords
  /** What the practice changed was taken back. */
  back(practice: string): VisitWords
  cancelled(practice: string): VisitWords
  /** Of several at once. */
  bookedAll(count: number, practice: string): VisitWords
  cancelledAll(count: number, practice: string): VisitWords
  changeAny(phone: string): string
  readonly calendarAll: string
  /** One of several in a list: the day and the time, and the city whose clock is meant. */
  at(day: string, time: string, city: string): string
  /** The day and the time, and the city whose clock is meant. */
  when(day: string, time: string, city: string): string
  where(place: string): string
  readonly online: string
  change(phone: string): string
  ownLink(link: string): string
  again(phone: string): string
  /** Before a link. */
  readonly answer: string
  readonly calendar: string
  /** Title in the patient's calendar, which others may see. */
  entry(practice: string): string
}

const en: PatientWords = {
  locale: 'en-US',
  hello: (name) => `Hello ${name},`,
  about: (name) => `We write to you for ${name}.`,
  booked: (practice) => ({
    subject: `Your appointment at ${practice}`,
    news: `Your appointment at ${practice} is set.`,
  }),
  moved: (practice) => ({
    subject: `New time for your appointment at ${practice}`,
    news: `Your appointment at ${practice} has a new time.`,
  }),
  movedByUs: (practice) => ({
    subject: `New time for your appointment at ${practice}`,
    news: `We are sorry. We had to move your appointment at ${practice}. This is the new time:`,
  }),
  otherPerson: (practice) => ({
    subject: `A change to your appointment at ${practice}`,
    news: `Your appointment at ${practice} stays at the same time. Another person of our team will see you.`,
  }),
  back: (practice) => ({
    subject: `Your appointment at ${practice} is as it was before`,
    news: `We wrote to you about a change. Your appointment at ${practice} is now as it was before the change:`,
  }),
  cancelled: (practice) => ({
    subject: `Your appointment at ${practice} is canceled`,
    news: `Your appointment at ${practice} is canceled. You do not need to come.`,
  }),
  bookedAll: (count, practice) => ({
    subject: `Your ${count} appointments at ${practice}`,
    news: `Your ${count} appointments at ${practice} are set.`,
  }),
  cancelledAll: (count, practice) => ({
    subject: `${count} appointments at ${practice} are canceled`,
    news: `These ${count} appointments at ${practice} are canceled. You do not need to come.`,
  }),
  changeAny: (phone) => `Do you need to change one? Please call us at ${phone}.`,
  calendarAll: 'You can open the file with this message to put them in your calendar.',
  at: (day, time, city) => `${day} at ${time} (${city} time)`,
  when: (day, time, city) => `When: ${day} at ${time} (${city} time)`,
  where: (place) => `Where: ${place}`,
  online: 'by phone or video. You do not need to come in.',
  ownLink: (link) => `To look at it, change it or cancel it: ${link}`,
  change: (phone) => `Do you need to change it? Please call us at ${phone}.`,
  again: (phone) => `Do you want a new time? Please call us at ${phone}.`,
  answer: 'Is this all right for you? Please tell us here:',
  calendar: 'You can open the file with this message to put it in your calendar.',
  entry: (practice) => `Appointment at ${practice}`,
}

const es: PatientWords = {
  locale: 'es-US',
  hello: (name) => `Hola, ${name}:`,
  about: (name) => `Le escribimos por ${name}.`,
  booked: (practice) => ({
    subject: `Su cita en ${practice}`,
    news: `Su cita en ${practice} está lista.`,
  }),
  moved: (practice) => ({
    subject: `Nueva hora para su cita en ${practice}`,
    news: `Su cita en ${practice} tiene una nueva hora.`,
  }),
  movedByUs: (practice) => ({
    subject: `Nueva hora para su cita en ${practice}`,
    news: `Lo sentimos. Tuvimos que cambiar su cita en ${practice}. Esta es la nueva hora:`,
  }),
  otherPerson: (practice) => ({
    subject: `Un cambio en su cita en ${practice}`,
    news: `Su cita en ${practice} sigue a la misma hora. Le atenderá otra persona de nuestro equipo.`,
  }),
  back: (practice) => ({
    subject: `Su cita en ${practice} queda como estaba antes`,
    news: `Le escribimos sobre un cambio. Su cita en ${practice} queda ahora como estaba antes del cambio:`,
  }),
  cancelled: (practice) => ({
    subject: `Su cita en ${practice} fue cancelada`,
    news: `Su cita en ${practice} fue cancelada. No necesita venir.`,
  }),
  bookedAll: (count, practice) => ({
    subject: `Sus ${count} citas en ${practice}`,
    news: `Sus ${count} citas en ${practice} están listas.`,
  }),
  cancelledAll: (count, practice) => ({
    subject: `${count} citas en ${practice} fueron canceladas`,
    news: `Estas ${count} citas en ${practice} fueron canceladas. No necesita venir.`,
  }),
  changeAny: (phone) => `¿Necesita cambiar alguna? Llámenos al ${phone}.`,
  calendarAll: 'Abra el archivo de este mensaje para ponerlas en su calendario.',
  at: (day, time, city) => `${day}, ${time} (hora de ${city})`,
  when: (day, time, city) => `Cuándo: ${day}, ${time} (hora de ${city})`,
  where: (place) => `Dónde: ${place}`,
  online: 'por teléfono o video. No necesita venir.',
  ownLink: (link) => `Para verla, cambiarla o cancelarla: ${link}`,
  change: (phone) => `¿Necesita cambiarla? Llámenos al ${phone}.`,
  again: (phone) => `¿Quiere una nueva cita? Llámenos al ${phone}.`,
  answer: '¿Le va bien así? Díganos aquí:',
  calendar: 'Abra el archivo de este mensaje para ponerla en su calendario.',
  entry: (practice) => `Cita en ${practice}`,
}

const catalogs = { en, es } as const
export type PatientLanguage = keyof typeof catalogs

/** The language a message to this patient is written in: theirs where there is a text in it, else English. */
export function patientLanguage(tag: string): PatientLanguage {
  return tag.split('-')[0] === 'es' ? 'es' : 'en'
}

export function patientWords(language: PatientLanguage): PatientWords {
  return catalogs[language]
}
