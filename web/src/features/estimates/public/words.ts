import type { Line, Missing } from '../shapes.ts'

type Of = (of: string) => string

/** What a patient reads who opens the link: reading level 6. */
export interface PageWords {
  readonly page: string
  readonly language: string
  readonly locale: string
  readonly loading: string
  readonly gone: string
  readonly goneNext: string
  readonly failed: string
  readonly again: string
  readonly who: string
  readonly whoWhy: string
  readonly month: string
  readonly day: string
  readonly year: string
  readonly show: string
  readonly wrong: (left: number) => string
  readonly notADate: string
  readonly hello: (name: string) => string
  readonly pay: string
  readonly madeUp: string
  readonly range: (low: string, high: string) => string
  readonly because: string
  readonly gaps: Readonly<Record<Missing['fact'], Of>>
  readonly visitFor: string
  readonly when: string
  readonly noDate: string
  readonly where: string
  readonly madeOn: string
  readonly lines: string
  readonly atLeast: string
  readonly atMost: string
  readonly line: Readonly<Record<Line['kind'], Of>>
  readonly total: string
  /** Before the parts of a share: copay, deductible, what is left. */
  readonly madeOf: string
  readonly times: (count: number) => string
  readonly diagnosis: (codes: string) => string
  readonly noDiagnosis: string
  readonly taxId: (id: string) => string
  readonly separately: string
  readonly toKnow: string
  readonly planNote: string
  readonly replaced: string
  readonly notToSign: string
  readonly keep: string
  readonly sign: string
  readonly signLead: string
  readonly signHow: string
  readonly draw: string
  readonly type: string
  readonly name: string
  readonly nameMissing: string
  readonly signHere: string
  readonly signHelp: string
  readonly clear: string
  readonly signMissing: string
  readonly signIt: string
  readonly signed: (name: string) => string
  readonly help: (phone: string) => string
}

const en: PageWords = {
  page: 'Your cost estimate',
  language: 'Language',
  locale: 'en-US',
  loading: 'One moment …',
  gone: 'This link does not work any more.',
  goneNext: 'Call us, and we give you a new one.',
  failed: 'The page could not load.',
  again: 'Try again',
  who: 'When was the patient born?',
  whoWhy: 'We ask so that nobody else can read this.',
  month: 'Month',
  day: 'Day',
  year: 'Year',
  show: 'Show the estimate',
  wrong: (left) => `That is not the date we have. You can try ${left} more ${left === 1 ? 'time' : 'times'}.`,
  notADate: 'Type the month, the day and the year in numbers.',
  hello: (name) => `For ${name}`,
  pay: 'You will likely pay',
  madeUp: 'This is a test: the answer is of a made-up payer. Nobody has to pay this.',
  range: (low, high) => `between ${low} and ${high}`,
  because: 'Why we cannot say it more exactly:',
  gaps: {
    answer: (of) => `${of || 'Your plan'} has not told us yet what it pays.`,
    'accident-limit': (of) => `We do not know how much ${of || 'the insurance'} still pays for your accident.`,
    active: (of) => `We are not sure that ${of || 'your plan'} covers you on this day.`,
    covered: (of) => `${of || 'Your plan'} did not say that it pays for this.`,
    copay: (of) => `${of || 'Your plan'} named more than one copay.`,
    coinsurance: (of) => `${of || 'Your plan'} did not say what part you pay.`,
    'deductible-left': (of) => `${of || 'Your plan'} did not say how much you still pay first.`,
    'out-of-pocket-left': (of) => `${of || 'Your plan'} did not say when it begins to pay all.`,
    'allowed-amount': () => 'We do not know the price your plan agrees to.',
    'service-terms': (of) => `${of || 'Your plan'} did not say what it pays for each part of the visit.`,
    network: (of) => `We do not know if we are in the network of ${of || 'your plan'}.`,
    'order-of-payers': () => 'We do not know which of your plans pays first.',
    fee: () => 'A price is missing.',
    procedures: () => 'We do not know yet what will be done.',
  },
  visitFor: 'What it is for',
  when: 'When',
  noDate: 'Not booked yet',
  where: 'Where',
  madeOn: 'Made on',
  lines: 'How we got there',
  atLeast: 'At the least',
  atMost: 'At the most',
  line: {
    charge: (of) => `Our price (${of})`,
    contract: () => 'Less, your plan made a deal with us',
    copay: () => 'Your copay',
    deductible: () => 'What you pay first each year',
    coinsurance: () => 'Your part of the rest',
    'not-covered': () => 'Your plan does not pay this',
    maximum: () => 'Less, you reach the most you pay in a year',
    payer: (of) => `${of} pays`,
    'work-case': (of) => `${of} pays. You got hurt at work, so you pay nothing while your case is open.`,
    discount: () => 'Less, you pay yourself',
    paid: () => 'You paid already',
  },
  total: 'You pay',
  madeOf: 'Your part is made of',
  times: (count) => `${count} times`,
  diagnosis: (codes) => `For: ${codes}`,
  noDiagnosis: 'What it is for is not known yet',
  taxId: (id) => `Tax ID ${id}`,
  separately: 'You book these on your own. Ask us what they cost:',
  toKnow: 'Good to know',
  planNote:
    'This is only an estimate. What you pay in the end may be different. Your plan decides when it gets the bill.',
  replaced: 'There is a newer estimate. Ask us for it.',
  notToSign: 'This estimate is old. You do not need to sign it. Call us, and we will send you the new one.',
  keep: 'Keep a copy (PDF)',
  sign: 'Sign that you got it',
  signLead: 'You do not agree to anything by it.',
  signHow: 'How to sign',
  draw: 'Draw',
  type: 'Type',
  name: 'Your name',
  nameMissing: 'Type your name.',
  signHere: 'Sign here',
  signHelp: 'Sign with your finger.',
  clear: 'Clear',
  signMissing: 'Sign in the box.',
  signIt: 'Sign',
  signed: (name) => `Saved. ${name} signed. Thank you.`,
  help: (phone) => `Questions? Call us: ${phone}`,
}

const es: PageWords = {
  page: 'Su estimado de costo',
  language: 'Idioma',
  locale: 'es-US',
  loading: 'Un momento …',
  gone: 'Este enlace ya no sirve.',
  goneNext: 'Llámenos y le damos uno nuevo.',
  failed: 'La página no se pudo cargar.',
  again: 'Intentar otra vez',
  who: '¿Cuándo nació el paciente?',
  whoWhy: 'Lo preguntamos para que nadie más pueda leer esto.',
  month: 'Mes',
  day: 'Día',
  year: 'Año',
  show: 'Ver el estimado',
  wrong: (left) => `No es la fecha que tenemos. Puede intentarlo ${left} ${left === 1 ? 'vez' : 'veces'} más.`,
  notADate: 'Escriba el mes, el día y el año en números.',
  hello: (name) => `Para ${name}`,
  pay: 'Es probable que pague',
  madeUp: 'Esto es una prueba: la respuesta es de una aseguradora inventada. Nadie tiene que pagar esto.',
  range: (low, high) => `entre ${low} y ${high}`,
  because: 'Por qué no podemos decirlo con más exactitud:',
  gaps: {
    answer: (of) => `${of || 'Su plan'} todavía no nos dice cuánto paga.`,
    'accident-limit': (of) => `No sabemos cuánto paga todavía ${of || 'el seguro'} por su accidente.`,
    active: (of) => `No es seguro que ${of || 'su plan'} le cubra ese día.`,
    covered: (of) => `${of || 'Su plan'} no dijo que paga esto.`,
    copay: (of) => `${of || 'Su plan'} nombró más de un copago.`,
    coinsurance: (of) => `${of || 'Su plan'} no dijo qué parte paga usted.`,
    'deductible-left': (of) => `${of || 'Su plan'} no dijo cuánto paga usted primero.`,
    'out-of-pocket-left': (of) => `${of || 'Su plan'} no dijo cuándo empieza a pagar todo.`,
    'allowed-amount': () => 'No sabemos el precio que acepta su plan.',
    'service-terms': (of) => `${of || 'Su plan'} no dijo qué paga de cada parte de la visita.`,
    network: (of) => `No sabemos si estamos en la red de ${of || 'su plan'}.`,
    'order-of-payers': () => 'No sabemos cuál de sus planes paga primero.',
    fee: () => 'Falta un precio.',
    procedures: () => 'Todavía no sabemos qué se hará.',
  },
  visitFor: 'Para qué es',
  when: 'Cuándo',
  noDate: 'Todavía sin fecha',
  where: 'Dónde',
  madeOn: 'Hecho el',
  lines: 'Cómo llegamos a esto',
  atLeast: 'Por lo menos',
  atMost: 'Como máximo',
  line: {
    charge: (of) => `Nuestro precio (${of})`,
    contract: () => 'Menos, su plan tiene un acuerdo con nosotros',
    copay: () => 'Su copago',
    deductible: () => 'Lo que paga primero cada año',
    coinsurance: () => 'Su parte del resto',
    'not-covered': () => 'Su plan no paga esto',
    maximum: () => 'Menos, llega a lo máximo que paga en un año',
    payer: (of) => `${of} paga`,
    'work-case': (of) => `${of} paga. Fue en el trabajo: usted no paga nada mientras su caso esté abierto.`,
    discount: () => 'Menos, paga usted',
    paid: () => 'Ya pagó',
  },
  total: 'Usted paga',
  madeOf: 'Su parte se compone de',
  times: (count) => `${count} veces`,
  diagnosis: (codes) => `Por: ${codes}`,
  noDiagnosis: 'Aún no se sabe por qué es',
  taxId: (id) => `Número de impuestos ${id}`,
  separately: 'Esto se programa por separado. Pregúntenos cuánto cuesta:',
  toKnow: 'Es bueno saber',
  planNote:
    'Esto es solo un estimado. Lo que pague al final puede ser diferente. Su plan decide cuando recibe la cuenta.',
  replaced: 'Hay un estimado más nuevo. Pídanoslo.',
  notToSign: 'Este estimado es viejo. No tiene que firmarlo. Llámenos y le enviamos el nuevo.',
  keep: 'Guardar una copia (PDF)',
  sign: 'Firme que lo recibió',
  signLead: 'Con esto no acepta nada.',
  signHow: 'Cómo firmar',
  draw: 'Dibujar',
  type: 'Escribir',
  name: 'Su nombre',
  nameMissing: 'Escriba su nombre.',
  signHere: 'Firme aquí',
  signHelp: 'Firme con el dedo.',
  clear: 'Borrar',
  signMissing: 'Firme en el cuadro.',
  signIt: 'Firmar',
  signed: (name) => `Guardado. ${name} firmó. Gracias.`,
  help: (phone) => `¿Preguntas? Llámenos: ${phone}`,
}

export const pageWords: Readonly<Record<'en' | 'es', PageWords>> = { en, es }
