import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldName, type PersonName, searchName } from '../name.ts'
import { parseSearch } from '../query.ts'
import { keysVersion, personKeys } from './person-keys.ts'
import { type KeyGroups, planSearch } from './plan.ts'
import { type Candidate, rankCandidates } from './rank.ts'
import { isRunTogether } from './run-together.ts'

const today = '2026-11-22'

interface Someone {
  readonly given: string
  readonly middle?: string
  readonly family: string
  readonly former?: string
  readonly birthDate?: string
  readonly phones?: readonly string[]
  readonly formerPhones?: readonly string[]
  readonly relativesPhones?: readonly string[]
  readonly emails?: readonly string[]
  readonly formerEmails?: readonly string[]
  readonly identifiers?: readonly string[]
  readonly mrn?: string
  readonly isPast?: boolean
}

type Known = Candidate & { readonly names: readonly PersonName[] }

function candidate(one: Someone): Known {
  const { given, middle, family, former } = one
  const words = searchName({ given, middle, family }).split(' ')
  const [formerGiven = '', ...formerFamily] = (former ?? '').split(' ')
  return {
    names: [{ given, middle, family }, ...(former ? [{ given: formerGiven, family: formerFamily.join(' ') }] : [])],
    mrn: '00417028',
    birthDate: '1980-02-03',
    phones: [],
    relativesPhones: [],
    emails: [],
    formerPhones: [],
    formerEmails: [],
    identifiers: [],
    isPast: false,
    ...one,
    words,
    formerWords: foldName(one.former ?? '')
      .split(' ')
      .filter(Boolean),
    sortName: `${one.family} ${one.given}`,
  }
}

function keysOf(one: Known): ReadonlySet<number> {
  return new Set(
    personKeys({
      words: [...one.words, ...one.formerWords],
      names: one.names,
      birthDate: one.birthDate,
      phones: [...one.phones, ...one.formerPhones, ...one.relativesPhones],
      emails: [...one.emails, ...one.formerEmails],
      identifiers: [one.mrn, ...one.identifiers],
    }),
  )
}

function fits(groups: KeyGroups | null, keys: ReadonlySet<number>): boolean {
  return groups !== null && groups.every((group) => group.some((key) => keys.has(key)))
}

/** As a database with this one person would answer: the reasons, or null when nobody is found. */
function found(typed: string, someone: Someone): readonly string[] | null {
  const search = parseSearch(typed, today)
  const plan = planSearch(search, today)
  const one = candidate(someone)
  const keys = keysOf(one)
  if (plan === null) return null
  const steps: readonly [KeyGroups | null, boolean][] = [
    [plan.asTyped, false],
    [plan.asRunTogether, false],
    [plan.withSlips, false],
    [plan.withOneName, true],
  ]
  for (const [groups, mayMissName] of steps) {
    const [first] = fits(groups, keys) ? rankCandidates(search, [one], { today, mayMissName }) : []
    if (first) return first.reasons.map(({ part, how }) => `${part} ${how}`)
  }
  return null
}

const robert: Someone = { given: 'Robert', family: 'Smith' }

test.each<[string, Someone, readonly string[] | null]>([
  ['smith robert', robert, ['name exact']],
  ['smi r 80', robert, ['birth-date year', 'name beginning']],
  ['robert 2/3/1980', robert, ['birth-date exact', 'name exact']],
  ['robert 3.2.1980', robert, ['birth-date exact', 'name exact']],
  ['smith 1980-03-02', robert, ['birth-date swapped', 'name exact']],
  ['smith 2/4/1980', robert, ['birth-date near', 'name exact']],
  ['smith 2/33/1980', robert, ['birth-date part', 'name exact']],
  ['smith 2/1980', robert, ['birth-date part', 'name exact']],
  ['smith 21/3/1980', robert, ['birth-date near', 'name exact']],
  ['bob smith', robert, ['name nickname']],
  ['robrt smith', robert, ['name slip']],
  ['robert smiht 1980-02-04', robert, ['birth-date near', 'name slip']],
  ['smyth', robert, ['name slip']],
  ['smit 1980', { given: 'Ana', family: 'Schmidt' }, ['birth-date year', 'name sound']],
  ['robert jones', robert, null],
  ['robert jones 2/3/1980', robert, ['birth-date exact', 'name missing']],
  ['robert smith 1955', robert, null],
  ['de la cruz ana', { given: 'Ana', family: 'De la Cruz' }, ['name exact']],
  ['delacruz', { given: 'Ana', family: 'De la Cruz' }, ['name exact']],
  ['van der berg', { given: 'Tom', family: 'Vanderberg' }, ['name exact']],
  ['obrien', { given: 'Tom', family: 'O’Brien' }, ['name exact']],
  ['garcia lopez', { given: 'Ana', family: 'García-López' }, ['name exact']],
  ['hoeger', { given: 'Ana', family: 'Wills', former: 'Ana Hoeger' }, ['name former']],
  [
    'nguyen 555 0134',
    { given: 'Mai', family: 'Nguyen', phones: ['+13125550134'] },
    ['phone last-digits', 'name exact'],
  ],
  // Four digits that may be a year may be the end of a phone as well.
  ['nguyen 1997', { given: 'Mai', family: 'Nguyen', phones: ['+13125551997'] }, ['phone last-digits', 'name exact']],
  ['nguyen 1980', { given: 'Mai', family: 'Nguyen', phones: ['+13125551997'] }, ['birth-date year', 'name exact']],
  ['nguyen 555 0135', { given: 'Mai', family: 'Nguyen', phones: ['+13125550134'] }, null],
  ['linh 0134', { given: 'Linh', family: 'Tran', relativesPhones: ['+13125550134'] }, ['phone relative', 'name exact']],
  ['3125550134', { given: 'Linh', family: 'Tran', phones: ['+13125550134'] }, ['phone exact']],
  ['0041 7028', robert, ['mrn exact']],
  ['M100-200-300', { ...robert, identifiers: ['M100200300'] }, ['identifier exact']],
  ['100200300', { ...robert, identifiers: ['100-200-300'] }, ['identifier exact']],
  ['5550100', { ...robert, formerPhones: ['+13125550100'] }, ['phone former']],
  ['rob.smith@', { ...robert, formerEmails: ['Rob.Smith@example.org'] }, ['email former']],
  ['rob.smith@', { ...robert, emails: ['Rob.Smith@example.org'] }, ['email beginning']],
  ['rob.smith@example.org', { ...robert, emails: ['Rob.Smith@example.org'] }, ['email exact']],
])('%s', (typed, someone, reasons) => {
  expect(found(typed, someone)).toEqual(reasons)
})

// Typed, given and family name on record, how it fits; null: nobody is found.
test.each<[string, string, string, string | null]>([
  // Japanese: hiragana, katakana, half-width, romanised in any way, long vowels written, left out or with h.
  ['やまだ', 'Taro', 'Yamada', 'exact'],
  ['ヤマダ', 'Taro', 'Yamada', 'exact'],
  ['ﾔﾏﾀﾞ', 'Taro', 'Yamada', 'exact'],
  ['yamada', 'たろう', 'やまだ', 'exact'],
  ['taro yamada', 'たろう', 'ヤマダ', 'exact'],
  ['やまだ', '太郎', 'ヤマダ', 'exact'],
  ['ono', 'Yoko', 'おおの', 'exact'],
  ['oono', 'Yoko', 'おおの', 'exact'],
  ['ohno', 'Yoko', 'オオノ', 'exact'],
  ['おおの', 'Yoko', 'Ono', 'exact'],
  ['おおの', 'Yoko', 'Ōno', 'exact'],
  ['おおの', 'Yoko', 'Ohno', 'nickname'],
  ['ono', 'Yoko', 'Ohno', 'nickname'],
  ['satoh', 'Ken', 'さとう', 'exact'],
  ['さとう', 'Ken', 'Sato', 'exact'],
  ['jumpei', 'じゅんぺい', 'Abe', 'exact'],
  ["shin'ichi", 'しんいち', 'Abe', 'exact'],
  ['tanaka', '一郎', '田中', 'exact'],
  ['田中', 'Ichiro', 'Tanaka', 'exact'],
  ['やまだ', 'Taro', 'Yamaguchi', null],
  // Chinese and Korean families as they write themselves.
  ['wong', '小明', '王', 'exact'],
  ['王', 'Siu Ming', 'Wong', 'nickname'],
  ['chan', 'Mei', '陳', 'exact'],
  ['김', 'Minjun', 'Kim', 'exact'],
  ['김', 'Minjun', 'Gim', 'nickname'],
  ['김', 'Minjun', 'Park', null],
  // Cyrillic and Greek, and whoever types in them.
  ['hrytsenko', 'Олег', 'Гриценко', 'exact'],
  ['sergei sokolov', 'Сергей', 'Соколов', 'exact'],
  ['tchaikovsky', 'Пётр', 'Чайковский', 'exact'],
  ['щербаков', 'Alexei', 'Shcherbakov', 'exact'],
  ['иванов', 'Anna', 'Ivanova', 'beginning'],
  ['anna sergeevna', 'Anna', 'Petrova', 'exact'],
  ['georgiou', 'Δημήτρης', 'Γεωργίου', 'exact'],
  ['Παπαδόπουλος', 'Nikos', 'Papadopoulos', 'exact'],
  // Forms for women and men.
  ['kowalski', 'Anna', 'Kowalska', 'nickname'],
  ['wisniewska', 'Piotr', 'Wiśniewski', 'nickname'],
  ['novakova', 'Jan', 'Novák', 'nickname'],
  ['novak', 'Jana', 'Nováková', 'beginning'],
  ['svobodova', 'Petr', 'Svoboda', 'nickname'],
  ['capek', 'Eva', 'Čapková', 'nickname'],
  ['ivanova', 'Ivan', 'Ivanov', 'nickname'],
  ['dostoevsky', 'Анна', 'Достоевская', 'nickname'],
  // Arabic: article, son, daughter and father of, servant of.
  ['rashid', 'Harun', 'al-Rashid', 'exact'],
  ['rashid', 'Harun', 'Alrashid', 'nickname'],
  ['el rashid', 'Harun', 'al-Rashid', 'exact'],
  ['ash shamsi', 'Ali', 'al-Shamsi', 'exact'],
  ['ibn khaldun', 'Abd', 'Khaldun', 'exact'],
  ['fatima bint salim', 'Fatima', 'Salim', 'exact'],
  ['abu bakr', 'Abubakr', 'Musa', 'exact'],
  ['abdul rahman', 'Abdulrahman', 'Saleh', 'exact'],
  ['abd al rahman', 'Abdulrahman', 'Saleh', 'beginning'],
  ['abdel rahman', 'Abdulrahman', 'Saleh', 'exact'],
  ['abdurrahman', 'Abdul Rahman', 'Saleh', 'slip'],
  ['abdulrahman', 'عبد الرحمن', 'صالح', 'exact'],
  ['mohammed', 'محمد', 'علي', 'exact'],
  ['mohamed', 'محمد', 'علي', 'nickname'],
  ['محمد', 'Mohammed', 'Ali', 'exact'],
  ['cohen', 'משה', 'כהן', 'exact'],
  // Ethiopian and Eritrean: a name and the father's, in one word or two.
  ['tesfaye abebe', 'Tesfaye', 'Abebe Bekele', 'exact'],
  ['haile mariam', 'Hailemariam', 'Desalegn', 'exact'],
  ['hailemariam', 'Haile Mariam', 'Desalegn', 'exact'],
  ['medhin', 'Gebremedhin', 'Tekle', 'nickname'],
  ['w/ro almaz', 'Almaz', 'Woldu', 'exact'],
  // Burmese with and without what one says before them, and one name alone.
  ['daw mya mya', 'Mya Mya', 'Win', 'exact'],
  ['u thant', 'Thant', '–', 'exact'],
  ['sukarno', 'Sukarno', '–', 'exact'],
  ['soekarno', 'Sukarno', '–', 'slip'],
  // Vietnamese, Sikh, Icelandic, Hawaiian, Portuguese and Spanish.
  ['nguyen thi lan', 'Lan', 'Nguyễn', 'exact'],
  ['lan nguyen', 'Thị Lan', 'Nguyễn', 'exact'],
  ['harpreet kaur gill', 'Harpreet', 'Gill', 'exact'],
  ['harpreet gill', 'Harpreet', 'Singh Gill', 'exact'],
  ['gudrun', 'Guðrún', 'Einarsdóttir', 'exact'],
  ['jonsson', 'Guðrún', 'Jónsdóttir', null],
  ["ka'ahumanu", 'Leilani', 'Kaʻahumanu', 'exact'],
  ['kaahumanu', 'Leilani', 'Kaʻahumanu', 'exact'],
  ['kaʻahumanu', 'Leilani', 'Kaahumanu', 'exact'],
  ['santos', 'Ana', 'da Silva e Santos', 'exact'],
  ['dasilva', 'Ana', 'da Silva', 'exact'],
  ['ramon y cajal', 'Santiago', 'Ramón y Cajal', 'exact'],
  ['perez garcia', 'Ana', 'García Pérez', 'exact'],
  ['əliyev', 'Ilham', 'Aliyev', 'exact'],
])('%s for %s %s', (typed, given, family, how) => {
  expect(found(typed, { given, family })?.join() ?? null).toBe(how === null ? null : `name ${how}`)
})

// Typed, given, middle and family name on record, how it fits; null: nobody is found.
test.each<[string, string, string | null, string, string | null]>([
  // All names in one word, whichever stands first.
  ['tranvanan', 'Văn An', null, 'Trần', 'exact'],
  ['vanantran', 'Văn An', null, 'Trần', 'exact'],
  ['tranvanan', 'An', 'Văn', 'Trần', 'exact'],
  ['antran', 'An', 'Văn', 'Trần', 'exact'],
  ['TRANAN', 'An', null, 'Trần', 'exact'],
  ['smithrobert', 'Robert', 'J', 'Smith', 'exact'],
  ['robertsmith 1980', 'Robert', null, 'Smith', 'exact'],
  ['robertsmith 1981', 'Robert', null, 'Smith', null],
  ['mariagarcia', 'María Elena', null, 'García López', 'exact'],
  ['anadelacruz', 'Ana', null, 'De la Cruz', 'exact'],
  ['anacruz', 'Ana', null, 'De la Cruz', 'exact'],
  ['jurgenmuller', 'Jürgen', null, 'Müller', 'exact'],
  ['muellerjuergen', 'Jürgen', null, 'Müller', 'exact'],
  ['wangxiaoming', '小明', null, '王', 'exact'],
  ['王小明', '小明', null, '王', 'exact'],
  ['sergeisokolov', 'Сергей', null, 'Соколов', 'exact'],
  ['robertjones', 'Robert', null, 'Smith', null],
  ['anan', 'An', null, 'Trần', null],
  ['myamya', 'Mya', null, 'Mya', 'exact'],
  // Some of them.
  ['tran vanan', 'An', 'Văn', 'Trần', 'exact'],
  ['tranvan an', 'An', 'Văn', 'Trần', 'exact'],
  ['weldemikael', 'Welde', null, 'Mikael', 'exact'],
  ['weldemikael daniel', 'Daniel', 'Welde', 'Mikael', 'exact'],
  // One name in two words.
  ['welde mikael', 'Daniel', null, 'Weldemikael', 'exact'],
  ['welde mikael', 'Daniel', null, 'Welde-Mikael', 'exact'],
  ['daniel welde mikael', 'Daniel', null, 'Weldemikael', 'exact'],
  ['welde mikael', 'Mikael', null, 'Welde', 'exact'],
  ['welde mikael', 'Daniel', null, 'Mikaelwelde', null],
])('%s for %s %s %s', (typed, given, middle, family, how) => {
  const reasons = found(typed, { given, middle: middle ?? undefined, family })
  expect(reasons?.filter((reason) => reason.startsWith('name')).join() ?? null).toBe(
    how === null ? null : `name ${how}`,
  )
})

test('a former name in one word is a former one', () => {
  expect(found('anahoeger', { given: 'Ana', family: 'Wills', former: 'Ana Hoeger' })).toEqual(['name former'])
})

test('who fits better stands first, the living before the dead, equals in the order of names', () => {
  const people = [
    candidate({ given: 'Robin', family: 'Smithson' }),
    candidate({ given: 'Robert', family: 'Smith', isPast: true }),
    candidate({ given: 'Robert', family: 'Smith' }),
    candidate({ given: 'Roberta', family: 'Smith' }),
  ]
  const ranked = rankCandidates(parseSearch('smith robert', today), people, { today, mayMissName: false })
  expect(ranked.map(({ candidate: { sortName, isPast } }) => `${sortName}${isPast ? ' past' : ''}`)).toEqual([
    'Smith Robert',
    'Smith Robert past',
    'Smith Roberta',
  ])
})

test('an initial counts before the same letter read as part of the name beside it', () => {
  const people = [
    candidate({ given: 'Richard', family: 'Viensox', birthDate: '1979-07-18' }),
    candidate({ given: 'Nicholas', family: 'Vieceickgis', birthDate: '1979-02-18' }),
  ]
  const named = (typed: string) =>
    rankCandidates(parseSearch(typed, today), people, { today, mayMissName: false }).map(
      ({ candidate: { sortName } }) => sortName,
    )
  expect(named('vie n 79')).toEqual(['Vieceickgis Nicholas', 'Viensox Richard'])
  expect(named('n vie')).toEqual(['Vieceickgis Nicholas'])
})

test('nothing to go by is no question', () => {
  expect(planSearch(parseSearch('--', today), today)).toBeNull()
})

const word = fc.stringMatching(/^[a-z]{3,10}$/)
const pad = (part: number): string => String(part).padStart(2, '0')
const date = fc
  .tuple(fc.integer({ min: 1930, max: 2020 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${pad(month)}-${pad(day)}`)

test('one slip in a word of three letters or more, and a date with another day, find the person', () => {
  fc.assert(
    fc.property(
      word,
      word,
      date,
      fc.nat(),
      fc.constantFrom('x', 'q'),
      fc.nat(3),
      (given, family, birth, n, letter, kind) => {
        const at = n % given.length
        const slipped = [
          given.slice(0, at) + given.slice(at + 1),
          given.slice(0, at) + letter + given.slice(at),
          given.slice(0, at) + letter + given.slice(at + 1),
          given.slice(0, at) + given.slice(at + 1, at + 2) + given.slice(at, at + 1) + given.slice(at + 2),
        ][kind]
        const [year, month, day] = birth.split('-').map(Number)
        const near = `${month}/${((day ?? 1) % 27) + 1}/${year}`
        const search = parseSearch(`zz ${near}`, today)
        // The words go in by themselves: `may` and `mar 3` would be read as months.
        const typed = { ...search, nameParts: [slipped ?? '', family] }
        const one = candidate({ given, family, birthDate: birth })
        expect(fits(planSearch(typed, today)?.withSlips ?? null, keysOf(one))).toBe(true)
        expect(rankCandidates(typed, [one], { today, mayMissName: false })).toHaveLength(1)
      },
    ),
  )
})

test('a long word that is almost made of names takes no time', () => {
  const words = ['aa', 'aaa', 'aaaa', 'aaaaa']
  expect(isRunTogether(`${'a'.repeat(198)}b`, words)).toBe(false)
  expect(isRunTogether('a'.repeat(199), words)).toBe(true)
  expect(isRunTogether('aaaaa', ['aaaaa'])).toBe(false)
})

test('names in one word find the person in whatever order they are', () => {
  fc.assert(
    fc.property(word, fc.option(word), word, fc.nat(5), (given, middle, family, order) => {
      const parts = [given, family, ...(middle === null ? [] : [middle])]
      const [one = '', ...others] = parts.splice(order % parts.length, 1)
      const glued = [one, ...(order > 2 ? parts.toReversed() : parts), ...others].join('')
      const typed = { ...parseSearch('zz', today), nameParts: [glued] }
      const person = candidate({ given, middle: middle ?? undefined, family })
      expect(fits(planSearch(typed, today)?.withSlips ?? null, keysOf(person))).toBe(true)
      expect(rankCandidates(typed, [person], { today, mayMissName: false })[0]?.isAsTyped).toBe(true)
    }),
  )
})

test.each([
  ['cruz', 'Delacruz'],
  ['lacruz', 'Delacruz'],
  ['rashid', 'Alrashid'],
  ['medhin', 'Gebremedhin'],
  ['beuren', 'Vanbeuren'],
])('typed %s finds %s, with and without a birth date', (typed, family) => {
  const person = candidate({ given: 'Ana', family })
  for (const text of [typed, `${typed} 2/3/1980`]) {
    const search = parseSearch(text, today)
    expect(fits(planSearch(search, today)?.withSlips ?? null, keysOf(person))).toBe(true)
    expect(rankCandidates(search, [person], { today, mayMissName: false })).toHaveLength(1)
  }
})

test('keys are integers of PostgreSQL, and stay what they are while the version stays', () => {
  const keys = personKeys({
    words: ['mai', 'delarosa'],
    names: [{ given: 'Mai', family: 'Delarosa' }],
    birthDate: '1961-03',
    phones: ['+13125550134'],
    emails: ['m@x.org'],
    identifiers: ['A-1'],
  })
  for (const key of keys) expect(key === (key | 0)).toBe(true)
  expect(new Set(keys).size).toBe(keys.length)
  // Stored keys of one version must meet questions of the same version: whoever changes them raises it.
  expect([keysVersion, keys.length, keys.reduce((sum, key) => (sum + key) | 0, 0)]).toEqual([5, 36, 1808699296])
})
