import { accessibilityNeeds } from '../coded/accessibility.ts'
import { contactPreferences, contactUses } from '../coded/contact.ts'
import { subscriberRelationships } from '../coded/kin.ts'
import { ethnicities, races } from '../coded/origins.ts'
import { consentDecisions, registrationStates, restrictionKinds } from '../coded/record-state.ts'
import { birthSexes, genderIdentities, sexes } from '../coded/sexes.ts'
import { barReasonWords } from '../coded/standing-words.ts'
import {
  coded,
  readAnother,
  readAuthority,
  readCents,
  readContact,
  readDay,
  readFlag,
  readKept,
  readKin,
  readLanguage,
  readPhone,
  readProof,
  readWish,
} from './readers.ts'
import { type Read, readDated, readPlain } from './reading.ts'

interface FieldWords {
  readonly en: string
  readonly es: string
  readonly read: Read
}

const field = (en: string, es: string, read: Read = readPlain): FieldWords => ({ en, es, read })
const decision = coded(consentDecisions)
const use = coded(contactUses)

const who = {
  given: field('First name', 'Nombre'),
  middle: field('Middle name', 'Segundo nombre'),
  family: field('Last name', 'Apellido'),
  formerFamily: field('Former last name', 'Apellido anterior'),
  preferred: field('Goes by', 'Le dicen'),
  prefix: field('Title', 'Tratamiento'),
  suffix: field('Suffix', 'Sufijo'),
  'name.official': field('Legal name', 'Nombre legal', readDated),
  'name.usual': field('Usual name', 'Nombre habitual', readDated),
  'name.nickname': field('Nickname', 'Apodo', readDated),
  'name.old': field('Former names', 'Nombres anteriores', readDated),
  'name.maiden': field('Name before marriage', 'Nombre antes de casarse', readDated),
  'name.anonymous': field('Name for privacy', 'Nombre por privacidad', readDated),
  identifier: field('Number of the person', 'Número de la persona'),
  birthDate: field('Birth date', 'Fecha de nacimiento', readDay),
  birthDateEstimated: field('Birth date is a guess', 'Fecha de nacimiento aproximada'),
  multipleBirth: field('Twin or other multiple', 'Gemelo o parto múltiple'),
  sex: field('Sex', 'Sexo', coded(sexes)),
  birthSex: field('Sex at birth', 'Sexo al nacer', coded(birthSexes)),
  genderIdentity: field('Gender', 'Género', coded(genderIdentities)),
  pronouns: field('Pronouns', 'Pronombres'),
  race: field('Race', 'Raza', coded(races)),
  ethnicity: field('Ethnicity', 'Origen étnico', coded(ethnicities)),
  deceased: field('Deceased', 'Fallecimiento', readFlag),
  deceasedOn: field('Died on', 'Falleció el', readDay),
  photo: field('Photo', 'Foto'),
  employer: field('Employer', 'Empleador'),
  occupation: field('Occupation', 'Ocupación'),
}

const care = {
  language: field('Language', 'Idioma', readLanguage),
  furtherLanguages: field('Further languages', 'Otros idiomas', readLanguage),
  interpreterNeeded: field('Interpreter needed', 'Necesita intérprete'),
  accessibility: field('Accessibility needs', 'Necesidades de accesibilidad', coded(accessibilityNeeds)),
  generalPractitioner: field('Primary care', 'Médico de cabecera'),
  alerts: field('Alerts', 'Avisos'),
  registration: field('Registration', 'Registro', coded(registrationStates)),
  restriction: field('Restriction', 'Restricción', coded(restrictionKinds)),
}

const reach = {
  contactPreference: field('Wants to be reached by', 'Prefiere contacto por', coded(contactPreferences)),
  contactConfirmed: field('Contact confirmed', 'Contacto confirmado', readDay),
  confidentialContact: field('Reach only by', 'Contactar solo por', readWish),
  phone: field('Phone', 'Teléfono', readPhone),
  'phone.use': field('Kind of phone', 'Tipo de teléfono', use),
  'phone.sharedWith': field('Phone shared with', 'Teléfono compartido con'),
  'phone.mayLeaveMessage': field('Message may be left on the phone', 'Se puede dejar mensaje en el teléfono'),
  'phone.further': field('Further phones', 'Otros teléfonos', readContact),
  'phone.another': field('Another phone', 'Otro teléfono', readAnother),
  'phone.former': field('Former phones', 'Teléfonos anteriores', readPhone),
  email: field('E-mail', 'Correo electrónico'),
  'email.use': field('Kind of e-mail', 'Tipo de correo', use),
  'email.sharedWith': field('E-mail shared with', 'Correo compartido con'),
  'email.mayLeaveMessage': field('Details may be sent by e-mail', 'Se pueden enviar detalles por correo'),
  'email.further': field('Further e-mails', 'Otros correos', readContact),
  'email.another': field('Another e-mail', 'Otro correo', readAnother),
  'email.former': field('Former e-mails', 'Correos anteriores'),
  address: field('Address', 'Dirección'),
  addressSince: field('Lives there since', 'Vive ahí desde', readDay),
  'address.old': field('Former homes', 'Domicilios anteriores', readDated),
  'address.home': field('Further homes', 'Otros domicilios', readDated),
  'address.temp': field('Stays at for now', 'Está por ahora en', readDated),
  'address.work': field('Address at work', 'Dirección del trabajo', readDated),
  'address.billing': field('Address for bills', 'Dirección para facturas', readDated),
}

const beside = {
  'relative.name': field('Person beside the patient', 'Persona junto al paciente'),
  'relative.relationship': field('Their relationship', 'Su relación', readKin),
  'relative.phone': field('Their phone', 'Su teléfono', readPhone),
  'relative.email': field('Their e-mail', 'Su correo electrónico'),
  'relative.emergencyRank': field('Called in an emergency', 'Llamar en una emergencia'),
  'relative.periodEnd': field('Their last day', 'Su último día', readDay),
  'relative.barred': field('Why nothing is told to them', 'Por qué no se le informa', coded(barReasonWords)),
  authority: field('What somebody may', 'Qué puede alguien', readAuthority),
  authorityShown: field('Document behind an authority', 'Documento que respalda', readProof),
  emancipatedOn: field('Decides alone from', 'Decide por sí mismo desde', readDay),
}

const cover = {
  planRestriction: field('Not told to the health plan', 'No se informa al plan de salud', readKept),
  'coverage.another': field('Other payer', 'Otro seguro'),
  'coverage.payer': field('Payer', 'Aseguradora'),
  'coverage.planName': field('Plan', 'Plan'),
  'coverage.memberId': field('Member ID', 'Número de miembro'),
  'coverage.groupNumber': field('Group number', 'Número de grupo'),
  'coverage.relationship': field(
    'Relationship to the subscriber',
    'Relación con el titular',
    coded(subscriberRelationships),
  ),
  'coverage.subscriberName': field('Subscriber', 'Titular'),
  'coverage.periodStart': field('First day of cover', 'Primer día de cobertura', readDay),
  'coverage.periodEnd': field('Last day of cover', 'Último día de cobertura', readDay),
  'coverage.order': field('Asked as number', 'Orden'),
  'coverage.copayCents': field('Copay', 'Copago', readCents),
}

const signed = {
  'consent.treatment': field('Consent to treat', 'Consentimiento de atención', decision),
  'consent.privacy-notice': field('Privacy notice received', 'Aviso de privacidad recibido', decision),
  'consent.financial': field('Financial responsibility', 'Responsabilidad de pago', decision),
  'consent.telehealth': field('Telehealth', 'Telesalud', decision),
  'consent.text-messages': field('Automated text messages', 'Mensajes automáticos', decision),
  'consent.release': field('Release of records', 'Entrega del expediente', decision),
}

/** Every field of a record by its name in the history: what it is called, and how its values read. */
export const recordFields = { ...who, ...care, ...reach, ...beside, ...cover, ...signed }

export type RecordField = keyof typeof recordFields
