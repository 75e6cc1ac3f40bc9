import type { MspRule, Worded } from './question.ts'

const manual = 'MSP Manual ch. 3 §20.2.1'

/** Each rule for the desk, with where it stands. */
export const mspRules: Readonly<Record<MspRule, Worded & { readonly source: string }>> = {
  'black-lung': {
    source: `42 CFR 411.40; ${manual}`,
    en: 'The Black Lung program pays first for care of the lungs.',
    es: 'El programa Black Lung paga primero la atención de los pulmones.',
  },
  research: {
    source: `42 CFR 411.8; ${manual}`,
    en: 'The study of the government pays for what belongs to it.',
    es: 'El estudio del gobierno paga lo que le corresponde.',
  },
  veterans: {
    source: `42 CFR 411.8; ${manual}`,
    en: 'The VA pays for what it agreed to. Medicare does not pay for it too.',
    es: 'El VA paga lo que aceptó. Medicare no lo paga también.',
  },
  work: {
    source: `42 CFR 411.40; ${manual}`,
    en: 'Workers’ compensation pays first for what happened at work.',
    es: 'El seguro de accidentes de trabajo paga primero lo que pasó en el trabajo.',
  },
  'no-fault': {
    source: `42 CFR 411.50; ${manual}`,
    en: 'No-fault insurance pays first for the accident.',
    es: 'El seguro sin culpa (no-fault) paga primero el accidente.',
  },
  liability: {
    source: `42 CFR 411.50, 411.52; ${manual}`,
    en: 'Whoever is liable for the accident pays first; Medicare pays on condition only.',
    es: 'Primero paga el responsable del accidente; Medicare solo paga con condiciones.',
  },
  'working-aged': {
    source: '42 CFR 411.172',
    en: 'The plan of a job held now, of an employer with 20 people or more, pays before Medicare for age.',
    es: 'El plan de un trabajo actual, con 20 personas o más, paga antes que Medicare por edad.',
  },
  disabled: {
    source: '42 CFR 411.204',
    en: 'The plan of a job held now, of an employer with 100 people or more, pays before Medicare for disability.',
    es: 'El plan de un trabajo actual, con 100 personas o más, paga antes que Medicare por discapacidad.',
  },
  'kidney-failure': {
    source: '42 CFR 411.162',
    en: 'For the first 30 months with Medicare for kidney failure the plan of a job pays first.',
    es: 'Los primeros 30 meses de Medicare por falla renal paga primero el plan del trabajo.',
  },
  'two-reasons': {
    source: '42 CFR 411.163',
    en: 'Who had Medicare before the kidneys failed is asked case by case: call the Benefits Coordination & Recovery Center.',
    es: 'Si tenía Medicare antes de la falla renal, se decide en cada caso: llame al Benefits Coordination & Recovery Center.',
  },
  'medicare-first': {
    source: '42 CFR 411.20 to 411.206',
    en: 'No other payer has to pay before Medicare.',
    es: 'Ningún otro pagador tiene que pagar antes que Medicare.',
  },
}
