import type { PersonFileField } from './fields.ts'

// Words that say of whom or where, and nothing of what: they are left out before a header is looked up.
export const emptyWords = new Set([
  'pt',
  'pat',
  'patient',
  'patients',
  'pts',
  'paciente',
  'del',
  'de',
  'la',
  'el',
  'the',
  'of',
  'person',
  'persona',
  'member',
  'client',
  'cliente',
  'demographic',
  'demographics',
  'primary',
  'principal',
  'current',
  'legal',
  'txt',
  'val',
  'value',
  'field',
  '1',
])

/** Folded headers without those words, by field; vendors' own names and Spanish ones. */
const known: Readonly<Record<PersonFileField, string>> = {
  fullName:
    'name|full name|fullname|display name|nombre completo|name last first|last first|last name first name|nombre y apellidos|nombre apellidos|apellidos y nombre|apellidos nombre',
  given:
    'first|first name|firstname|fname|given|given name|givenname|forename|name first|first nm|nombre|nombres|primer nombre|nombre pila|f name|vorname|prenom',
  middle:
    'middle|middle name|middlename|mname|mi|middle initial|m name|name middle|segundo nombre|inicial|midinit|middle i',
  family:
    'last|last name|lastname|lname|family|family name|familyname|surname|name last|last nm|apellido|apellidos|apellido paterno|l name|nachname|nom',
  preferred:
    'preferred|preferred name|nickname|nick name|known as|goes by|aka|alias|apodo|nombre preferido|preferredname|pref name',
  prefix: 'prefix|title|salutation|tratamiento|titulo|name prefix|honorific',
  suffix: 'suffix|name suffix|sufijo|generation',
  formerFamily:
    'maiden|maiden name|former name|former last name|previous last name|birth name|previous name|apellido soltera|apellido anterior|nee',
  birthDate:
    'dob|birth date|birthdate|date birth|birth dt|birth|born|bday|birthday|d o b|fecha nacimiento|fechanacimiento|nacimiento|f nacimiento|fec nac|date of birth|geburtsdatum|dateofbirth|dt birth|bdate|birth day',
  sex: 'sex|gender|sexo|genero|administrative sex|sex code|gender code|admin sex|birth sex',
  language:
    'language|lang|preferred language|spoken language|idioma|lengua|idioma preferido|language code|pref lang|preferredlanguage',
  phone:
    'phone|telephone|tel|phone number|phone no|phone num|telefono|numero telefono|contact phone|phonenumber|contact number|phone 1|phone1|ph|phone nbr|no telefono',
  mobilePhone:
    'cell|mobile|cell phone|cellphone|mobile phone|mobilephone|cell number|mobile number|cell ph|celular|movil|telefono celular|telefono movil|cel|cell no|phone cell|phone mobile|mobile no|sms phone|numero celular',
  homePhone:
    'home phone|homephone|home|home tel|phone home|home telephone|hm phone|home number|telefono casa|casa|telefono fijo|hphone|home ph|residence phone|day phone|evening phone',
  workPhone:
    'work phone|workphone|work|business phone|work tel|phone work|wk phone|work number|telefono trabajo|trabajo|office phone|wphone|employer phone',
  email:
    'email|e mail|email address|emailaddress|mail|correo|correo electronico|email 1|email1|e mail address|electronic mail|email addr',
  addressLine:
    'address|address 1|address1|street|street address|address line|address line 1|addressline1|addr|addr 1|addr1|home address|mailing address|direccion|calle|domicilio|street 1|street1|addr line 1|address street|address one|add1',
  addressLine2:
    'address 2|address2|street 2|street2|address line 2|addressline2|addr 2|addr2|apt|apartment|unit|suite|apartamento|piso|addr line 2|address two|add2|colonia',
  city: 'city|town|municipality|ciudad|municipio|localidad|poblacion|home city|address city|city name',
  state: 'state|province|st|region|estado|provincia|state code|home state|address state|state abbreviation',
  postalCode:
    'zip|zip code|zipcode|postal|postal code|postalcode|postcode|codigo postal|cp|zip postal|home zip|address zip|zip4|c p|zip 5',
  mrn: 'mrn|medical record number|med rec|medical record no|medical record|chart|chart number|chart no|chart id|mr number|mr no|account number|account no|acct|acct no|acct number|number|num|id|no|record number|expediente|numero expediente|historia clinica|no expediente|medrec|hospital number|emr id|account|patientid|chartnumber',
  identifier:
    'identifier|external id|externalid|other id|alternate id|enterprise id|mpi|empi|legacy id|identificador|old id|previous id|guid|uuid|ehr id|source id|athena id|epic id|cerner id',
  payerName:
    'insurance|insurance name|insurance company|payer|payer name|payor|payor name|carrier|insurance carrier|insurer|aseguradora|seguro|compania seguros|ins name|ins|ins company|seguro medico|carrier name|insurance payer',
  planName: 'plan|plan name|insurance plan|insurance plan name|benefit plan|nombre plan|ins plan',
  memberId:
    'id member|insurance id|subscriber id|policy|policy number|policy no|policy id|insurance number|insurance policy|insurance policy number|insurance member id|numero afiliado|numero poliza|poliza|ins id|afiliado|subscriber no|subscriber number|cert no|insurance id number|memberid|id card number|ins policy',
  groupNumber:
    'group|group number|group no|group id|grp|grp no|insurance group|insurance group number|grupo|numero grupo|ins group|groupnumber|group num|employer group',
  subscriberName:
    'subscriber|subscriber name|policy holder|policyholder|insured|insured name|policy holder name|titular|asegurado|guarantor insured name|policyholder name|cardholder name|subscribername',
} // prettier-ignore

export const fieldOfHeader: ReadonlyMap<string, PersonFileField> = new Map(
  Object.entries(known).flatMap(([field, names]) => names.split('|').map((name) => [name, field as PersonFileField])),
)
