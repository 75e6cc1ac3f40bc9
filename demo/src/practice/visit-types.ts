import type { VisitTypeRule } from '@foyer/scheduling'
import type { PlannedVisitType } from '../plan.ts'
import { infusionRoom, interpreters, mri, procedureRoom, resources, ultrasound, ultrasoundRoom } from './resources.ts'

/** What each clinician is booked for, and how often compared with the rest. */
export const mixOf: Readonly<Record<string, readonly (readonly [visitType: string, weight: number])[]>> = {
  okafor: [
    ['follow-up', 7],
    ['annual', 3],
    ['new-patient', 2],
    ['bp-check', 2],
    ['telehealth', 2],
    ['follow-up-interpreter', 1],
    ['new-patient-interpreter', 0.4],
    ['travel-vaccines', 1],
  ],
  singh: [
    ['follow-up', 7],
    ['telehealth', 3],
    ['annual', 2],
    ['new-patient', 2],
    ['follow-up-interpreter', 1.5],
    ['bp-check', 1],
  ],
  weiss: [
    ['follow-up', 5],
    ['procedure', 3],
    ['annual', 2],
    ['new-patient', 2],
    ['travel-vaccines', 1],
    ['bp-check', 1],
  ],
  alvarez: [
    ['same-day', 8],
    ['follow-up', 2],
    ['travel-vaccines', 2],
    ['bp-check', 2],
    ['new-patient', 1],
    ['new-patient-interpreter', 0.6],
  ],
  clarke: [
    ['sick-child', 6],
    ['well-child', 5],
  ],
  bell: [['physical-therapy', 1]],
  whitfield: [
    ['follow-up', 6],
    ['annual', 3],
    ['new-patient', 2],
    ['same-day', 2],
    ['sick-child', 1.5],
    ['well-child', 1.5],
    ['telehealth', 1],
  ],
  reyes: [
    ['counseling', 8],
    ['telehealth', 2],
  ],
  [ultrasound]: [['ultrasound', 1]],
  [mri]: [['mri', 1]],
}

type Looks = Omit<PlannedVisitType, 'key' | 'roles'>
const plain = {
  bufferAfterMinutes: 0,
  forNewPatients: false,
  telehealth: false,
  copayCents: null,
  prep: null,
  prepEs: null,
} as const

const looks: Readonly<Record<string, Looks>> = {
  'new-patient': {
    ...plain,
    name: 'New patient',
    nameEs: 'Paciente nuevo',
    durationMinutes: 40,
    forNewPatients: true,
    copayCents: 3500,
    tone: 'quiet',
    prep: 'Please bring your insurance card, a photo ID and a list of your medicines, and come 15 minutes early.',
    prepEs:
      'Traiga su tarjeta de seguro, una identificación con foto y la lista de sus medicinas, y llegue 15 minutos antes.',
    rules: {
      selfBooking: 'approval',
      selfBookingForNew: true,
      leadMinutes: 24 * 60,
      horizonDays: 120,
      caps: { perLeadAndDay: 6 },
    },
  },
  'new-patient-interpreter': {
    ...plain,
    name: 'New patient with interpreter',
    nameEs: 'Paciente nuevo con intérprete',
    durationMinutes: 40,
    forNewPatients: true,
    copayCents: 3500,
    tone: 'quiet',
    prep: 'An interpreter will be there; it costs you nothing. Please bring your insurance card and your medicines.',
    prepEs: 'Habrá un intérprete, sin costo para usted. Traiga su tarjeta de seguro y sus medicinas.',
  },
  annual: {
    ...plain,
    name: 'Annual visit',
    nameEs: 'Visita anual',
    durationMinutes: 30,
    tone: 'warn',
    prep: 'If blood is to be drawn, eat nothing for 8 hours before; water is fine.',
    prepEs: 'Si le van a sacar sangre, no coma nada 8 horas antes; puede tomar agua.',
    rules: { patient: { minAge: 18, gap: { afterVisitTypeIds: ['annual'], minDays: 330 } } },
  },
  'follow-up': {
    ...plain,
    name: 'Follow-up',
    nameEs: 'Seguimiento',
    durationMinutes: 20,
    copayCents: 2500,
    tone: 'info',
    rules: { selfBooking: 'instant', leadMinutes: 120, horizonDays: 180 },
  },
  'follow-up-interpreter': {
    ...plain,
    name: 'Follow-up with interpreter',
    nameEs: 'Seguimiento con intérprete',
    durationMinutes: 30,
    copayCents: 2500,
    tone: 'info',
    prep: 'An interpreter will be there; it costs you nothing.',
    prepEs: 'Habrá un intérprete, sin costo para usted.',
  },
  telehealth: {
    ...plain,
    name: 'Video visit',
    nameEs: 'Visita por video',
    durationMinutes: 20,
    telehealth: true,
    copayCents: 2500,
    tone: 'info',
    prep: 'Open the link from a quiet place 5 minutes before, with your medicines at hand.',
    prepEs: 'Abra el enlace en un lugar tranquilo 5 minutos antes, con sus medicinas a la mano.',
    rules: { selfBooking: 'instant', leadMinutes: 120, horizonDays: 180 },
  },
  'bp-check': {
    ...plain,
    name: 'Blood pressure check',
    nameEs: 'Control de presión',
    durationMinutes: 10,
    tone: 'ok',
    prep: 'No coffee and no smoking for 30 minutes before.',
    prepEs: 'No tome café ni fume 30 minutos antes.',
  },
  'well-child': {
    ...plain,
    name: 'Well child',
    nameEs: 'Control del niño sano',
    durationMinutes: 30,
    tone: 'ok',
    prep: 'Please bring the vaccine record.',
    prepEs: 'Traiga la cartilla de vacunas.',
    rules: { patient: { maxAge: 17 } },
  },
  'sick-child': {
    ...plain,
    name: 'Sick child',
    nameEs: 'Niño enfermo',
    durationMinutes: 20,
    copayCents: 2500,
    tone: 'warn',
    rules: { patient: { maxAge: 17 } },
  },
  'same-day': {
    ...plain,
    name: 'Same-day visit',
    nameEs: 'Visita del mismo día',
    durationMinutes: 20,
    copayCents: 3000,
    tone: 'warn',
  },
  'travel-vaccines': {
    ...plain,
    name: 'Travel vaccines',
    nameEs: 'Vacunas de viaje',
    durationMinutes: 20,
    tone: 'ok',
    prep: 'Please bring your vaccine record and the countries and dates of your trip.',
    prepEs: 'Traiga su cartilla de vacunas y los países y fechas de su viaje.',
    rules: { selfBooking: 'approval', leadMinutes: 2 * 24 * 60 },
  },
  procedure: {
    ...plain,
    name: 'Minor procedure',
    nameEs: 'Procedimiento menor',
    durationMinutes: 30,
    bufferAfterMinutes: 10,
    copayCents: 5000,
    tone: 'bad',
    prep: 'Tell us about blood thinners. Wear loose clothes and bring somebody to take you home.',
    prepEs: 'Avísenos si toma anticoagulantes. Use ropa holgada y venga con alguien que lo lleve a casa.',
  },
  ultrasound: {
    ...plain,
    name: 'Pelvic ultrasound',
    nameEs: 'Ultrasonido pélvico',
    durationMinutes: 30,
    bufferAfterMinutes: 10,
    copayCents: 4000,
    tone: 'ok',
    prep: 'Drink 4 glasses of water one hour before and do not empty your bladder.',
    prepEs: 'Tome 4 vasos de agua una hora antes y no vacíe la vejiga.',
  },
  'physical-therapy': {
    ...plain,
    name: 'Physical therapy',
    nameEs: 'Fisioterapia',
    durationMinutes: 40,
    copayCents: 3000,
    tone: 'info',
    prep: 'Wear clothes you can move in.',
    prepEs: 'Use ropa cómoda.',
  },
  counseling: {
    ...plain,
    name: 'Counseling',
    nameEs: 'Consejería',
    durationMinutes: 50,
    bufferAfterMinutes: 10,
    copayCents: 2000,
    tone: 'quiet',
    rules: { confidential: 'mental-health' },
  },
  mri: {
    ...plain,
    name: 'MRI with contrast',
    nameEs: 'Resonancia magnética con contraste',
    durationMinutes: 80,
    bufferAfterMinutes: 5,
    copayCents: 7500,
    tone: 'bad',
    prep: 'Eat nothing for 4 hours before. Leave jewelry at home, and tell us about any metal or device in your body.',
    prepEs:
      'No coma nada 4 horas antes. Deje las joyas en casa y avísenos si tiene algo de metal o un aparato en el cuerpo.',
    rules: {
      phases: [
        { name: 'Preparation', offsetMinutes: 0, durationMinutes: 15 },
        { name: 'Scan', offsetMinutes: 15, durationMinutes: 45 },
        { name: 'Recovery', offsetMinutes: 60, durationMinutes: 20 },
      ],
      leadMinutes: 24 * 60,
      caps: { perDay: 8 },
      patient: { minAge: 16 },
    },
  },
  infusion: {
    ...plain,
    name: 'Infusion',
    nameEs: 'Infusión',
    durationMinutes: 120,
    bufferAfterMinutes: 10,
    copayCents: 5000,
    tone: 'quiet',
    prep: 'Drink water and eat as usual. You may bring a book and one person.',
    prepEs: 'Tome agua y coma como siempre. Puede traer un libro y venir con una persona.',
    rules: { phases: [{ name: 'Start of the drip', offsetMinutes: 0, durationMinutes: 20 }] },
  },
  'lab-draw': {
    ...plain,
    name: 'Lab draw',
    nameEs: 'Análisis de sangre',
    durationMinutes: 10,
    tone: 'ok',
    prep: 'If you were asked to fast, eat nothing for 8 hours before; water is fine.',
    prepEs: 'Si le pidieron ayuno, no coma nada 8 horas antes; puede tomar agua.',
  },
  'diabetes-class': {
    ...plain,
    name: 'Diabetes class',
    nameEs: 'Clase de diabetes',
    durationMinutes: 60,
    tone: 'ok',
    prep: 'Bring your meter and a notebook. You may come with one person.',
    prepEs: 'Traiga su medidor y un cuaderno. Puede venir con una persona.',
    rules: { seats: 8, patient: { minAge: 18 } },
  },
}

/** Whom and what the visits with nurses, technologists and special rooms need. */
const special: Readonly<Record<string, PlannedVisitType['roles']>> = {
  mri: [
    { role: 'device', kind: 'device', candidates: [mri], phase: 'Scan' },
    { role: 'technologist', kind: 'practitioner', candidates: [], requires: ['mri-trained'], phase: 'Scan' },
    { role: 'nurse', kind: 'practitioner', candidates: [], requires: ['nurse'], phase: 'Preparation' },
    { role: 'prep-room', kind: 'room', candidates: [], requires: ['preparation'], phase: 'Preparation' },
    { role: 'recovery-room', kind: 'room', candidates: [], requires: ['recovery'], phase: 'Recovery' },
  ],
  infusion: [
    { role: 'nurse', kind: 'practitioner', candidates: [], requires: ['nurse'], phase: 'Start of the drip' },
    { role: 'room', kind: 'room', candidates: [infusionRoom] },
  ],
  'lab-draw': [{ role: 'nurse', kind: 'practitioner', candidates: [], requires: ['nurse'] }],
  'diabetes-class': [
    { role: 'educator', kind: 'practitioner', candidates: [], requires: ['educator'] },
    { role: 'room', kind: 'room', candidates: [], requires: ['group'] },
  ],
}

function rolesOf(key: string): PlannedVisitType['roles'] {
  const own = special[key]
  if (own) return own
  const able = Object.keys(mixOf).filter((who) => mixOf[who]?.some(([type]) => type === key))
  if (key === 'ultrasound')
    return [
      { role: 'device', kind: 'device', candidates: [ultrasound] },
      { role: 'room', kind: 'room', candidates: [ultrasoundRoom] },
    ]
  const clinician = { role: 'clinician', kind: 'practitioner', candidates: able } as const
  const room = { role: 'room', kind: 'room', candidates: [procedureRoom] } as const
  const people = interpreters.map((one) => one.key)
  if (key === 'procedure') return [clinician, room]
  if (key.endsWith('-interpreter')) return [clinician, { role: 'interpreter', kind: 'interpreter', candidates: people }]
  return [clinician]
}

export const visitTypes: readonly PlannedVisitType[] = Object.entries(looks).map(([key, look]) => ({
  key,
  ...look,
  roles: rolesOf(key),
}))

export const visitTypeByKey: ReadonlyMap<string, PlannedVisitType> = new Map(visitTypes.map((one) => [one.key, one]))

/** What the scheduling rules need to know of a visit type. */
export function ruleOf(key: string): VisitTypeRule {
  const type = visitTypeByKey.get(key)
  if (!type) throw new RangeError(`no visit type ${key}`)
  const { durationMinutes, bufferAfterMinutes } = type
  const { phases = [] } = type.rules ?? {}
  const roles = type.roles.map(({ role, kind, candidates, requires = [], phase }) => {
    const able = candidates.length > 0 ? candidates : ableTo(kind, requires)
    const part = phases.find(({ name }) => name === phase)
    const time = part && { offsetMinutes: part.offsetMinutes, durationMinutes: part.durationMinutes }
    return { name: role, kind, candidates: able, ...time }
  })
  return { id: key, durationMinutes, bufferAfterMinutes, roles }
}

function ableTo(kind: string, requires: readonly string[]): string[] {
  const able = resources.filter(
    (one) => one.kind === kind && requires.every((wanted) => one.attributes?.includes(wanted)),
  )
  return able.map(({ key }) => key)
}
