import type { Line, PriceGap } from '@foyer/coverage'

/** What a patient reads: reading level 6. */
export interface EstimateWords {
  readonly locale: string
  readonly titleGoodFaith: string
  readonly titleInsured: string
  readonly patient: string
  readonly birthDate: string
  readonly visit: string
  readonly date: string
  readonly noDate: string
  readonly madeOn: string
  readonly youPay: string
  /** Before the parts of a share: copay, deductible, what is left. */
  readonly madeOf: string
  readonly madeUp: string
  readonly between: (low: string, high: string) => string
  readonly because: string
  readonly gaps: Readonly<Record<PriceGap, (payer: string) => string>>
  readonly howGoodFaith: string
  readonly how: string
  readonly atLeast: string
  readonly atMost: string
  readonly lines: Readonly<Record<Line['kind'], (of: string) => string>>
  readonly service: string
  readonly count: string
  readonly cost: string
  readonly total: string
  readonly totalOf: (name: string) => string
  readonly diagnosis: (codes: string) => string
  /** Codes stand in it where they apply (45 CFR 149.610(c)(1)(iv)). */
  readonly noDiagnosis: string
  readonly npi: string
  readonly taxId: string
  readonly place: string
  readonly separately: string
  readonly insuredNote: string
  readonly phone: string
  readonly signed: (name: string, at: string) => string
  readonly signature: string
  readonly how_drawn: string
  readonly how_typed: string
  readonly how_paper: string
}

const en: EstimateWords = {
  locale: 'en-US',
  titleGoodFaith: 'Good faith estimate',
  titleInsured: 'What your visit may cost',
  patient: 'Patient',
  birthDate: 'Date of birth',
  visit: 'What it is for',
  date: 'Date of the visit',
  noDate: 'Not booked yet',
  madeOn: 'Date of this estimate',
  youPay: 'You will likely pay',
  madeOf: 'Your part is made of',
  madeUp: 'This is a test: the answer is of a made-up payer. Nobody has to pay this.',
  between: (low, high) => `between ${low} and ${high}`,
  because: 'Why we cannot say it more exactly:',
  gaps: {
    answer: (payer) => `${payer || 'Your plan'} has not told us yet what it pays.`,
    'accident-limit': (payer) => `We do not know how much ${payer || 'the insurance'} still pays for your accident.`,
    active: (payer) => `We do not know for sure that ${payer || 'your plan'} covers you on this day.`,
    covered: (payer) => `${payer || 'Your plan'} did not say that it pays for this visit.`,
    copay: (payer) => `${payer || 'Your plan'} named more than one copay.`,
    coinsurance: (payer) => `${payer || 'Your plan'} did not say what part you pay.`,
    'deductible-left': (payer) => `${payer || 'Your plan'} did not say how much of your deductible is left.`,
    'out-of-pocket-left': (payer) => `${payer || 'Your plan'} did not say how much is left before it pays all.`,
    'allowed-amount': () => 'The price that your plan agrees to is not known yet.',
    'service-terms': (payer) => `${payer || 'Your plan'} did not say what it pays for each part of the visit.`,
    network: (payer) => `We do not know if we are in the network of ${payer || 'your plan'}.`,
    'order-of-payers': () => 'We do not know which of your plans pays first.',
    fee: () => 'A price is missing.',
    procedures: () => 'The services are not known yet.',
  },
  howGoodFaith: 'What we expect to charge',
  how: 'How we worked it out',
  atLeast: 'At the least',
  atMost: 'At the most',
  lines: {
    charge: (of) => `Our charge (${of})`,
    contract: () => 'Less, by our contract with your plan',
    copay: () => 'Your copay',
    deductible: () => 'Your deductible',
    coinsurance: () => 'Your part of the rest',
    'not-covered': () => 'Not paid by your plan',
    maximum: () => 'Less, as you reach the most you pay in a year',
    payer: (of) => `${of} pays`,
    'work-case': (of) => `${of} pays. You got hurt at work, so you pay nothing while your case is open.`,
    discount: () => 'Less, as you pay yourself',
    paid: () => 'You paid already',
  },
  service: 'Service',
  count: 'How many',
  cost: 'Expected cost',
  total: 'Total',
  totalOf: (name) => `Total of ${name}`,
  diagnosis: (codes) => `Diagnosis: ${codes}`,
  noDiagnosis: 'Diagnosis: none known yet',
  npi: 'NPI',
  taxId: 'Tax ID',
  place: 'Where',
  separately: 'These have to be booked on their own. Ask us, and you get an estimate for each:',
  insuredNote:
    'This is only an estimate. What you pay in the end may be different. Your plan decides when it gets the bill.',
  phone: 'Phone',
  signed: (name, at) => `${name} got this estimate and signed on ${at}.`,
  signature: 'Signature',
  how_drawn: 'Signed by hand on a screen',
  how_typed: 'Signed by typing the name',
  how_paper: 'Signed on paper. The practice keeps the paper.',
}

const es: EstimateWords = {
  locale: 'es-US',
  titleGoodFaith: 'Estimado de buena fe',
  titleInsured: 'Lo que puede costar su visita',
  patient: 'Paciente',
  birthDate: 'Fecha de nacimiento',
  visit: 'Para qué es',
  date: 'Fecha de la visita',
  noDate: 'Todavía sin fecha',
  madeOn: 'Fecha de este estimado',
  youPay: 'Es probable que pague',
  madeOf: 'Su parte se compone de',
  madeUp: 'Esto es una prueba: la respuesta es de una aseguradora inventada. Nadie tiene que pagar esto.',
  between: (low, high) => `entre ${low} y ${high}`,
  because: 'Por qué no podemos decirlo con más exactitud:',
  gaps: {
    answer: (payer) => `${payer || 'Su plan'} todavía no nos dice cuánto paga.`,
    'accident-limit': (payer) => `No sabemos cuánto paga todavía ${payer || 'el seguro'} por su accidente.`,
    active: (payer) => `No sabemos con certeza si ${payer || 'su plan'} le cubre ese día.`,
    covered: (payer) => `${payer || 'Su plan'} no dijo que paga esta visita.`,
    copay: (payer) => `${payer || 'Su plan'} nombró más de un copago.`,
    coinsurance: (payer) => `${payer || 'Su plan'} no dijo qué parte paga usted.`,
    'deductible-left': (payer) => `${payer || 'Su plan'} no dijo cuánto le falta de su deducible.`,
    'out-of-pocket-left': (payer) => `${payer || 'Su plan'} no dijo cuánto falta para que pague todo.`,
    'allowed-amount': () => 'Todavía no se sabe el precio que acepta su plan.',
    'service-terms': (payer) => `${payer || 'Su plan'} no dijo qué paga de cada parte de la visita.`,
    network: (payer) => `No sabemos si estamos en la red de ${payer || 'su plan'}.`,
    'order-of-payers': () => 'No sabemos cuál de sus planes paga primero.',
    fee: () => 'Falta un precio.',
    procedures: () => 'Todavía no se conocen los servicios.',
  },
  howGoodFaith: 'Lo que pensamos cobrar',
  how: 'Cómo lo calculamos',
  atLeast: 'Por lo menos',
  atMost: 'Como máximo',
  lines: {
    charge: (of) => `Nuestro cobro (${of})`,
    contract: () => 'Menos, por nuestro acuerdo con su plan',
    copay: () => 'Su copago',
    deductible: () => 'Su deducible',
    coinsurance: () => 'Su parte del resto',
    'not-covered': () => 'Su plan no lo paga',
    maximum: () => 'Menos, porque llega a lo máximo que paga en un año',
    payer: (of) => `${of} paga`,
    'work-case': (of) => `${of} paga. Fue en el trabajo: usted no paga nada mientras su caso esté abierto.`,
    discount: () => 'Menos, porque paga usted',
    paid: () => 'Ya pagó',
  },
  service: 'Servicio',
  count: 'Cuántos',
  cost: 'Costo esperado',
  total: 'Total',
  totalOf: (name) => `Total de ${name}`,
  diagnosis: (codes) => `Diagnóstico: ${codes}`,
  noDiagnosis: 'Diagnóstico: aún no se conoce',
  npi: 'NPI',
  taxId: 'Número de impuestos',
  place: 'Dónde',
  separately: 'Esto se programa por separado. Pídanos un estimado y se lo damos:',
  insuredNote:
    'Esto es solo un estimado. Lo que pague al final puede ser diferente. Su plan decide cuando recibe la cuenta.',
  phone: 'Teléfono',
  signed: (name, at) => `${name} recibió este estimado y firmó el ${at}.`,
  signature: 'Firma',
  how_drawn: 'Firmado a mano en una pantalla',
  how_typed: 'Firmado al escribir el nombre',
  how_paper: 'Firmado en papel. El consultorio guarda el papel.',
}

export const estimateWords: Readonly<Record<'en' | 'es', EstimateWords>> = { en, es }
