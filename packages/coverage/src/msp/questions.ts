import type { MspCondition, MspQuestion, MspSettling, Worded } from './question.ts'

const yesNo = { kind: 'yes-no', options: ['yes', 'no'] } as const
const ifYes = (rule: Extract<MspSettling, { answers: unknown }>['rule']): MspSettling[] => [{ answers: ['yes'], rule }]

const byJob: MspCondition = ['because', 'age', 'disability']
const byDisability: MspCondition = ['because', 'disability']

const sizes = {
  kind: 'choice',
  options: ['under-20', '20-to-99', '100-or-more'],
  settles: [
    { answers: ['20-to-99', '100-or-more'], also: [['because', 'age']], rule: 'working-aged' },
    { answers: ['100-or-more'], also: [['because', 'disability']], rule: 'disabled' },
  ],
  text: { en: 'How many people work there?', es: '¿Cuántas personas trabajan ahí?' },
  hint: {
    en: 'Count all who work for them, here and in other towns. If many firms share the plan, count the biggest one.',
    es: 'Cuente a todos los que trabajan para ellos, aquí y en otras ciudades. Si varias empresas comparten el plan, cuente la más grande.',
  },
} as const satisfies Partial<MspQuestion>

/**
 * The questions of the Medicare secondary payer form in short words, for the patient (Medicare Secondary Payer Manual, CMS
 * Pub. 100-05, ch. 3 §20.2.1; 42 CFR 489.20(g)). Each is asked only where the answers before it call for it.
 */
export const mspQuestions: readonly MspQuestion[] = [
  {
    id: 'black-lung',
    part: 1,
    ...yesNo,
    when: [],
    settles: [],
    text: { en: 'Do you get Black Lung benefits?', es: '¿Recibe beneficios por pulmón negro (Black Lung)?' },
    hint: {
      en: 'These help coal miners whose lungs are sick.',
      es: 'Son para mineros del carbón con los pulmones enfermos.',
    },
  },
  {
    id: 'black-lung-visit',
    part: 1,
    ...yesNo,
    when: [[['black-lung', 'yes']]],
    settles: ifYes('black-lung'),
    text: { en: 'Is this visit for your lungs?', es: '¿Es esta visita por sus pulmones?' },
    hint: null,
  },
  {
    id: 'research',
    part: 1,
    ...yesNo,
    when: [],
    settles: ifYes('research'),
    text: { en: 'Does a research study pay for this visit?', es: '¿Paga esta visita un estudio de investigación?' },
    hint: { en: 'A study with money from the state.', es: 'Un estudio con dinero del gobierno.' },
  },
  {
    id: 'veterans',
    part: 1,
    ...yesNo,
    when: [],
    settles: ifYes('veterans'),
    text: { en: 'Did the VA agree to pay for this visit?', es: '¿Aceptó el VA pagar esta visita?' },
    hint: {
      en: 'The VA helps people who served. It must have said yes to this very visit.',
      es: 'El VA ayuda a quienes sirvieron. Debe haber dicho que sí a esta misma visita.',
    },
  },
  {
    id: 'work-accident',
    part: 1,
    ...yesNo,
    when: [],
    settles: ifYes('work'),
    text: { en: 'Did you get hurt or sick at work?', es: '¿Se lastimó o enfermó en el trabajo?' },
    hint: { en: 'We mean what you are here for.', es: 'Hablamos del motivo de esta visita.' },
  },
  {
    id: 'accident',
    part: 2,
    ...yesNo,
    when: [],
    settles: [],
    text: { en: 'Are you here due to some other accident?', es: '¿Viene por algún otro accidente?' },
    hint: { en: 'Such as a car crash, or a fall in a store.', es: 'Como un choque, o una caída en una tienda.' },
  },
  {
    id: 'no-fault',
    part: 2,
    ...yesNo,
    when: [[['accident', 'yes']]],
    settles: ifYes('no-fault'),
    text: {
      en: 'Does a car or home policy pay for it, no matter whose fault it was?',
      es: '¿Lo paga un seguro de auto o de casa, sin importar de quién fue la culpa?',
    },
    hint: { en: 'This is called no-fault, PIP or med pay.', es: 'Se llama no-fault, PIP o med pay.' },
  },
  {
    id: 'liability',
    part: 2,
    ...yesNo,
    when: [[['accident', 'yes']]],
    settles: ifYes('liability'),
    text: {
      en: 'Could someone else have to pay, since it was their fault?',
      es: '¿Podría tener que pagar otra persona, porque fue su culpa?',
    },
    hint: { en: 'Or the firm that insures them.', es: 'O el seguro de esa persona.' },
  },
  {
    id: 'because',
    part: 3,
    kind: 'choice',
    options: ['age', 'disability', 'kidney-failure'],
    when: [],
    settles: [],
    text: { en: 'Why do you have Medicare?', es: '¿Por qué tiene Medicare?' },
    hint: null,
  },
  {
    id: 'kidney-plan',
    part: 4,
    ...yesNo,
    when: [[['because', 'kidney-failure']]],
    settles: [],
    text: { en: 'Do you have a health plan from a job?', es: '¿Tiene un plan de salud por un trabajo?' },
    hint: {
      en: 'Your own job or one in your family. A job from the past counts too, and so does COBRA.',
      es: 'Un trabajo suyo o de su familia. También cuenta un trabajo de antes, y también COBRA.',
    },
  },
  {
    id: 'medicare-before',
    part: 4,
    ...yesNo,
    when: [[['kidney-plan', 'yes']]],
    settles: ifYes('two-reasons'),
    text: {
      en: 'Did you have Medicare before your kidneys failed?',
      es: '¿Tenía Medicare antes de que fallaran sus riñones?',
    },
    hint: { en: 'For your age, or for a disability.', es: 'Por su edad o por una discapacidad.' },
  },
  {
    id: 'kidney-since',
    part: 4,
    kind: 'date',
    options: [],
    when: [[['kidney-plan', 'yes']]],
    settles: [{ withinMonths: 30, rule: 'kidney-failure' }],
    text: {
      en: 'When could you first get Medicare for your kidneys?',
      es: '¿Desde cuándo pudo tener Medicare por sus riñones?',
    },
    hint: {
      en: 'Most often it is the fourth month of dialysis, or the month of a transplant.',
      es: 'Casi siempre es el cuarto mes de diálisis, o el mes de un trasplante.',
    },
  },
  {
    id: 'own-job',
    part: 4,
    ...yesNo,
    when: [[byJob]],
    settles: [],
    text: { en: 'Do you have a job now?', es: '¿Tiene trabajo ahora?' },
    hint: null,
  },
  {
    id: 'own-plan',
    part: 4,
    ...yesNo,
    when: [[['own-job', 'yes']]],
    settles: [],
    text: { en: 'Do you have a health plan from this job?', es: '¿Tiene un plan de salud por ese trabajo?' },
    hint: null,
  },
  { id: 'own-size', part: 4, when: [[['own-plan', 'yes']]], ...sizes },
  {
    id: 'spouse-job',
    part: 4,
    ...yesNo,
    when: [[byJob]],
    settles: [],
    text: { en: 'Does your husband or wife have a job now?', es: '¿Tiene trabajo ahora su esposo o esposa?' },
    hint: { en: 'If you are not married, say no.', es: 'Si no está casado, diga que no.' },
  },
  {
    id: 'spouse-plan',
    part: 4,
    ...yesNo,
    when: [[['spouse-job', 'yes']]],
    settles: [],
    text: { en: 'Are you on a health plan from that job?', es: '¿Está usted en un plan de salud por ese trabajo?' },
    hint: null,
  },
  { id: 'spouse-size', part: 4, when: [[['spouse-plan', 'yes']]], ...sizes },
  {
    id: 'family-plan',
    part: 4,
    ...yesNo,
    when: [[byDisability]],
    settles: [],
    text: {
      en: 'Are you on a health plan from the job of a parent, or of someone else at home?',
      es: '¿Está en un plan de salud por el trabajo de su padre, su madre u otro familiar?',
    },
    hint: { en: 'It must be a job that they have now.', es: 'Debe ser un trabajo que tienen ahora.' },
  },
  { id: 'family-size', part: 4, when: [[['family-plan', 'yes']]], ...sizes },
]

const optionWords: Readonly<Record<string, Worded>> = {
  yes: { en: 'Yes', es: 'Sí' },
  no: { en: 'No', es: 'No' },
  unknown: { en: 'I do not know', es: 'No sé' },
  age: { en: 'I am 65 or older', es: 'Tengo 65 años o más' },
  disability: { en: 'I have a disability', es: 'Tengo una discapacidad' },
  'kidney-failure': { en: 'My kidneys have failed', es: 'Mis riñones fallaron' },
  'under-20': { en: 'Fewer than 20', es: 'Menos de 20' },
  '20-to-99': { en: '20 to 99', es: 'De 20 a 99' },
  '100-or-more': { en: '100 or more', es: '100 o más' },
}

/** How an answer is read out. */
export function mspOption(option: string, language: 'en' | 'es'): string {
  return optionWords[option]?.[language] ?? option
}
