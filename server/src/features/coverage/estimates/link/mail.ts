import { formatPhone } from '@foyer/patients'

interface MailWords {
  readonly subject: (practice: string) => string
  readonly hello: string
  readonly news: (practice: string) => string
  readonly open: (link: string) => string
  readonly asks: string
  readonly until: (days: number) => string
  readonly call: (phone: string) => string
}

/** Nothing of who or what it is about: whoever reads the mail may be somebody else. */
const words: Readonly<Record<'en' | 'es', MailWords>> = {
  en: {
    subject: (practice) => `A cost estimate from ${practice}`,
    hello: 'Hello,',
    news: (practice) => `${practice} made a cost estimate for you.`,
    open: (link) => `Read it here: ${link}`,
    asks: 'The page asks for a date of birth first.',
    until: (days) => `The link works for ${days} days.`,
    call: (phone) => `Questions? Call us at ${phone}.`,
  },
  es: {
    subject: (practice) => `Un estimado de costo de ${practice}`,
    hello: 'Hola,',
    news: (practice) => `${practice} hizo un estimado de costo para usted.`,
    open: (link) => `Léalo aquí: ${link}`,
    asks: 'La página primero pide una fecha de nacimiento.',
    until: (days) => `El enlace sirve por ${days} días.`,
    call: (phone) => `¿Preguntas? Llámenos al ${phone}.`,
  },
}

export function estimateMail(
  { practice, phone }: { readonly practice: string; readonly phone: string | null },
  language: 'en' | 'es',
  { link, days }: { readonly link: string; readonly days: number },
): { readonly subject: string; readonly text: string } {
  const say = words[language]
  const lines = [
    say.hello,
    '',
    say.news(practice),
    say.open(link),
    say.asks,
    say.until(days),
    ...(phone === null ? [] : ['', say.call(formatPhone(phone))]),
    '',
    practice,
  ]
  return { subject: say.subject(practice), text: `${lines.join('\n')}\n` }
}
