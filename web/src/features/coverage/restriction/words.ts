import type { Catalog } from '../../../app/catalog.ts'

const en = {
  title: 'What the health plan is not told',
  why: 'Who pays in full themselves may ask that their plan hears nothing of it. It has to be followed (45 CFR 164.522(a)(1)(vi)).',
  none: 'Nothing is kept from the plan.',
  note: 'Note a wish',
  everyVisit: 'Every visit',
  oneVisit: '{{visit}}, {{day}}',
  noted: 'noted {{day}} by {{by}}',
  ended: 'taken back {{day}} by {{by}}',
  takeBack: 'Take back',
  takeBackLabel: 'Take back: {{what}}',
  before: 'Earlier wishes',
  dialogTitle: 'Keep it from the health plan',
  dialogHelp:
    'Nobody asks the plan by itself from now on; by hand only after a question. Collect the full price from the patient.',
  which: 'Of what the plan hears nothing',
  remarks: 'Remarks',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'Saved.',
  endedNow: 'Taken back. The plan may be asked again.',
  failed: 'This could not be saved. Try again.',
  'refused_noted-already': 'This is noted already.',
  'refused_ended-already': 'Somebody took it back already.',
  notTold: 'The patient asked that the plan is not told: {{what}}',
  confirmTitle: 'The patient asked that the plan is not told',
  confirmText: '{{what}}, {{noted}}. Ask only if the patient agrees now, or pays not themselves after all.',
  confirmGo: 'The patient agrees: ask the plan',
} as const

const es: Catalog<typeof en> = {
  title: 'Lo que no se informa al plan de salud',
  why: 'Quien paga todo por su cuenta puede pedir que su plan no se entere. Hay que cumplirlo (45 CFR 164.522(a)(1)(vi)).',
  none: 'No se oculta nada al plan.',
  note: 'Anotar un deseo',
  everyVisit: 'Todas las visitas',
  oneVisit: '{{visit}}, {{day}}',
  noted: 'anotado el {{day}} por {{by}}',
  ended: 'retirado el {{day}} por {{by}}',
  takeBack: 'Retirar',
  takeBackLabel: 'Retirar: {{what}}',
  before: 'Deseos anteriores',
  dialogTitle: 'No informar al plan de salud',
  dialogHelp:
    'Desde ahora nadie pregunta al plan automáticamente; a mano, solo después de confirmar. Cobre el precio completo al paciente.',
  which: 'De qué no se entera el plan',
  remarks: 'Observaciones',
  save: 'Guardar',
  cancel: 'Cancelar',
  saved: 'Guardado.',
  endedNow: 'Retirado. Se puede volver a preguntar al plan.',
  failed: 'No se pudo guardar. Inténtelo de nuevo.',
  'refused_noted-already': 'Esto ya está anotado.',
  'refused_ended-already': 'Alguien ya lo retiró.',
  notTold: 'El paciente pidió que no se informe al plan: {{what}}',
  confirmTitle: 'El paciente pidió que no se informe al plan',
  confirmText:
    '{{what}}, {{noted}}. Pregunte solo si el paciente está de acuerdo ahora o si al final no paga por su cuenta.',
  confirmGo: 'El paciente está de acuerdo: preguntar al plan',
}

export const words = { en, es } as const
