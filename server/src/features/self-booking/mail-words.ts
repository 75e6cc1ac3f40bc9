import type { Mail } from '../../platform/ports/mailer.ts'
import type { DeclineReason } from './events.ts'

/** What a patient reads: short sentences, plain words, nothing about health. */
interface MailWords {
  /** For dates and times. */
  readonly locale: string
  codeSubject(practice: string): string
  code(code: string): string
  readonly codeElse: string
  /** Without a name: nobody knows yet whose address it is, and a name can say anything. */
  readonly hello: string
  requestedSubject(practice: string): string
  requested(practice: string): string
  readonly waits: string
  declinedSubject(practice: string): string
  declined(practice: string): string
  readonly reasons: Readonly<Record<DeclineReason, string>>
  when(day: string, time: string, city: string): string
  change(link: string): string
  again(link: string): string
  call(phone: string): string
}

const en: MailWords = {
  locale: 'en-US',
  codeSubject: (practice) => `Your code for ${practice}`,
  code: (code) => `Your code is ${code}. Type it on the page where you book.`,
  codeElse: 'Did you not ask for this? Then you do not have to do anything.',
  hello: 'Hello,',
  requestedSubject: (practice) => `We have your request, ${practice}`,
  requested: (practice) => `${practice} has your request for an appointment. The time is kept for you.`,
  waits: 'It is not set yet. We look at it and write to you or call you.',
  declinedSubject: (practice) => `About your request, ${practice}`,
  declined: (practice) => `${practice} cannot give you the time you asked for.`,
  reasons: {
    time: 'This time does not work for us. Please choose another one.',
    'other-visit': 'You need another kind of appointment. Please call us, and we find it with you.',
    'call-us': 'Please call us, so that we can help you.',
  },
  when: (day, time, city) => `When: ${day} at ${time} (${city} time)`,
  change: (link) => `To look at it, change it or cancel it: ${link}`,
  again: (link) => `Book another time: ${link}`,
  call: (phone) => `Do you have a question? Call us at ${phone}.`,
}

const es: MailWords = {
  locale: 'es-US',
  codeSubject: (practice) => `Su código para ${practice}`,
  code: (code) => `Su código es ${code}. Escríbalo en la página donde hace su cita.`,
  codeElse: '¿No lo pidió usted? Entonces no tiene que hacer nada.',
  hello: 'Hola:',
  requestedSubject: (practice) => `Recibimos su pedido, ${practice}`,
  requested: (practice) => `${practice} recibió su pedido de una cita. Le guardamos la hora.`,
  waits: 'Todavía no está lista. La revisamos y le escribimos o le llamamos.',
  declinedSubject: (practice) => `Sobre su pedido, ${practice}`,
  declined: (practice) => `${practice} no puede darle la hora que pidió.`,
  reasons: {
    time: 'No podemos a esa hora. Por favor elija otra.',
    'other-visit': 'Usted necesita otro tipo de cita. Llámenos y la buscamos juntos.',
    'call-us': 'Por favor llámenos para poder ayudarle.',
  },
  when: (day, time, city) => `Cuándo: ${day}, ${time} (hora de ${city})`,
  change: (link) => `Para verla, cambiarla o cancelarla: ${link}`,
  again: (link) => `Pida otra hora: ${link}`,
  call: (phone) => `¿Tiene una pregunta? Llámenos al ${phone}.`,
}

export type MailLanguage = 'en' | 'es'
const catalogs = { en, es } as const

export function mailLanguage(tag: string): MailLanguage {
  return tag.split('-')[0] === 'es' ? 'es' : 'en'
}

export function mailWords(language: MailLanguage): MailWords {
  return catalogs[language]
}

/** A code is worth something for minutes: it goes straight to the mail server and stands in no outbox. */
export function codeMail(practice: string, to: string, code: string, tag: string): Mail {
  const words = mailWords(mailLanguage(tag))
  return {
    to,
    subject: words.codeSubject(practice),
    text: `${words.code(code)}\n\n${words.codeElse}\n\n${practice}\n`,
    calendar: null,
  }
}
