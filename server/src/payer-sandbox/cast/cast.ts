import { nobody, type Person } from '../answer/person.ts'
import type { Rejected, Trouble } from './policy.ts'
import type { StoryName } from './stories.ts'

/** A member as the payer has them. All are invented. */
export interface CastMember {
  readonly person: Person
  /** People under this policy besides the member; relationship as INS02: `19` child, `01` spouse. */
  readonly dependents: readonly CastDependent[]
  readonly does: Does
  /** The payer's record differs from what the desk has, and the payer finds the member all the same. */
  readonly isFoundAnyway: boolean
}

export interface CastDependent {
  readonly given: string
  readonly family: string
  /** `CCYYMMDD`; '' takes the one that is asked with. */
  readonly birthDate: string
  readonly sex: 'F' | 'M'
  readonly relationship: '01' | '19'
}

export type Does =
  | { readonly story: StoryName }
  | { readonly rejects: Rejected }
  /** Once it answers, it is the plan `ppo`. */
  | { readonly trouble: Trouble }

type Known = Partial<Pick<CastMember, 'dependents' | 'isFoundAnyway'>> & Partial<Person>

function member(
  memberId: string,
  name: string,
  born: string,
  sex: 'F' | 'M',
  does: Does,
  known: Known = {},
): CastMember {
  const [given = '', family = ''] = name.split(' ', 2)
  const { dependents = [], isFoundAnyway = false, ...person } = known
  const birthDate = born.replaceAll('-', '')
  const address = person.address ?? livingAt('100 LAKE STREET', 'CHICAGO', 'IL', '60601')
  return {
    person: { ...nobody, family, given, memberId, birthDate, sex, ...person, address },
    dependents,
    does,
    isFoundAnyway,
  }
}

function livingAt(line: string, city: string, state: string, postalCode: string): Person['address'] {
  return [
    ['N3', line],
    ['N4', city, state, postalCode],
  ]
}

const rejects = (code: string, action: Rejected['action'], at: Rejected['at'] = 'person'): Does => ({
  rejects: { at, code, action },
})

/** The named people of the demo practice, as their payers know them. */
const ofRiverside: readonly CastMember[] = [
  member('BL400100101', 'MARIA NGUYEN', '1961-03-14', 'F', { story: 'ppo' }, { groupNumber: 'G-1500' }),
  member('UN400100102', 'LINH NGUYEN', '1989-09-02', 'F', { story: 'deductible-met' }),
  member('AE400100103', 'AMARA DIALLO', '1994-06-27', 'F', { story: 'ended' }),
  member('ME400100104', 'HAROLD BRANDT', '1944-10-02', 'M', { story: 'medicare-advantage' }),
  member(
    'AE400100105',
    'NABIL HADDAD',
    '1985-01-19',
    'M',
    { story: 'ppo' },
    // Leila is four on any day.
    { dependents: [{ given: 'LEILA', family: 'HADDAD', birthDate: '', sex: 'F', relationship: '19' }] },
  ),
  member('HA400100106', 'JUN PARK', '1990-05-21', 'M', { story: 'deductible-met' }),
  member('UN400100107', 'INES CABRAL', '1983-07-04', 'F', { story: 'therapy' }),
  member('ME400100108', 'SAMIR AZIZ', '1978-12-11', 'M', { story: 'medicaid-managed' }),
  member('BL400100109', 'OLA NILSEN', '1972-02-29', 'M', { story: 'two-copays' }),
  member('HA400100110', 'RUTH MENSAH', '1968-08-15', 'F', { story: 'two-payers' }),
  member('ME400100111', 'THOMAS BECKER', '1957-08-30', 'M', { story: 'medicare-secondary' }),
  member('BL400100112', 'GRACE ADEYEMI', '1992-02-11', 'F', { story: 'hmo' }),
  member('HA400100113', 'DEVON PRICE', '1986-11-30', 'M', { story: 'imaging' }),
  // Nobody told the desk of it: found by name and birth date.
  member('ME400100114', 'LUIS', '1981-04-23', 'M', { story: 'medicaid-managed' }, { family: 'ORTEGA MEDINA' }),
]

/** One for each thing that a payer may say or do. */
const others: readonly CastMember[] = [
  member('SBX000201', 'NORA WHITFIELD', '1979-05-06', 'F', { story: 'not-begun' }),
  member('SBX000202', 'OWEN CASTELLAN', '1990-08-17', 'M', { story: 'copays-in-words' }),
  member('SBX000203', 'PRIYA RAMAN', '1986-12-01', 'F', { story: 'sparse' }),
  member(
    'SBX000204',
    'KATHRYN ONEILL',
    '1975-09-13',
    'F',
    { story: 'ppo' },
    { isFoundAnyway: true, address: livingAt('77 HARBOR ROAD APT 3', 'EVANSTON', 'IL', '60201') },
  ),
  member('SBX000301', 'ADAM FIELDING', '1968-01-09', 'M', rejects('42', 'R', 'payer')),
  member('SBX000302', 'BEATA KOWAL', '1983-03-22', 'F', rejects('79', 'C', 'payer')),
  member('SBX000303', 'CARL DONNER', '1959-07-30', 'M', rejects('80', 'R', 'payer')),
  member('SBX000304', 'DINA SALEH', '1991-10-10', 'F', rejects('41', 'N', 'provider')),
  member('SBX000305', 'ERIK LUND', '1977-06-18', 'M', rejects('43', 'C', 'provider')),
  member('SBX000306', 'FAYE MARLOW', '1964-02-25', 'F', rejects('64', 'C')),
  member('SBX000307', 'GUS PETRAKIS', '1988-04-04', 'M', rejects('65', 'C')),
  member('SBX000308', 'HANA ITO', '1993-09-27', 'F', rejects('72', 'C')),
  member('SBX000309', 'IVAN BRODY', '1970-11-11', 'M', rejects('75', 'C')),
  member('SBX000310', 'JOAN PRUITT', '1982-01-31', 'F', rejects('76', 'C')),
  member('SBX000401', 'KEMAL AYDIN', '1966-05-15', 'M', { trouble: 'slow' }),
  member('SBX000402', 'LENA VOSS', '1995-08-08', 'F', { trouble: 'gone' }),
  member('SBX000403', 'MARCO RUIZ', '1980-12-20', 'M', { trouble: 'busy' }),
  member('SBX000404', 'NADIA PETROV', '1974-03-03', 'F', { trouble: 'page' }),
  member('SBX000405', 'OTIS GREENE', '1969-10-29', 'M', { trouble: 'cut' }),
  member('SBX000406', 'PAULA STERN', '1987-07-07', 'F', { trouble: 'numbers' }),
  member('SBX000407', 'QUINN HALE', '1992-06-06', 'M', { trouble: 'batch-only' }),
]

export const sandboxCast: readonly CastMember[] = [...ofRiverside, ...others]
