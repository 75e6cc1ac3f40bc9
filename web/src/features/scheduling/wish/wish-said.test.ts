import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../words-en.ts'
import { es } from '../words-es.ts'
import { readWish, type Vocabulary } from './wish-text.ts'
import type { WishWords } from './wish-reader.ts'

const vocabulary: Vocabulary = {
  visitTypes: [
    { id: 'new', names: ['New patient', 'Paciente nuevo'] },
    { id: 'follow', names: ['Follow-up', 'Control'] },
    { id: 'scan', names: ['Ultrasound', 'Ecografía'] },
    { id: 'pressure', names: ['Blood pressure check', 'Toma de presión'] },
    { id: 'wellness', names: ['Annual wellness visit', 'Visita anual'] },
  ],
  clinicians: [
    { id: 'okafor', name: 'Dr Ada Okafor' },
    { id: 'munoz', name: 'Dra Inés Muñoz' },
    { id: 'singh', name: 'Dr Singh' },
  ],
  things: [{ id: 'room-3', name: 'Room 3, examinations' }],
}
/** A Tuesday. */
const today = '2026-12-01'
const read = (text: string) => readWish(text, vocabulary, today)

type Said = ReadonlyArray<readonly [texts: readonly string[], words: WishWords]>

function expectSaid(said: Said): void {
  for (const [texts, words] of said) for (const text of texts) expect(read(text), text).toEqual({ words, rest: '' })
}
const when = (from: string, to = from): WishWords => ({ when: { from, to } })
const times = (fromMinute: number, untilMinute: number): WishWords => ({ times: { fromMinute, untilMinute } })

test('a date, however it is written', () => {
  expectSaid([
    [
      ['dec 15', '15 December', 'December 15th', 'on 12/15', '12/15/26', '12/15/2026', '2026-12-15'],
      when('2026-12-15'),
    ],
    [['el 15 de diciembre', '15 dic', 'on the 15th', 'el 15', '15/12'], when('2026-12-15')],
    [['tue dec 15', 'martes 15 de diciembre'], { ...when('2026-12-15'), weekdays: [2] }],
    [['tuesday 15', 'tuesday the 15th', 'martes 15'], when('2026-12-15')],
    [['dec 14 or 15'], when('2026-12-14', '2026-12-15')],
    [['today or tomorrow', 'hoy o mañana'], when(today, '2026-12-02')],
    [['this week or next week', 'this or next week'], when(today, '2026-12-13')],
    [
      ['dec 14 and dec 17', 'dec 14 or 17'],
      { ...when('2026-12-14', '2026-12-17'), not: [{ from: '2026-12-15', to: '2026-12-16' }] },
    ],
    [['jan 5 2028', '1/5/2028', 'el 5 de enero de 2028'], when('2028-01-05')],
    [['jan 5', '1/5', '5 de enero'], when('2027-01-05')],
  ])
  expect(read('feb 31').rest).toBe('feb 31')
  expect(read('11/30/2026').rest).toBe('Nov 30 2026')
  // When somebody was born is left for the search of a person.
  for (const birth of ['3/14/1961', '1961-03-14']) expect(read(birth)).toEqual({ words: {}, rest: 'Mar 14 1961' })
  expect(read('3/14/61')).toEqual({ words: {}, rest: 'Mar 14 1961' })
  for (const birth of ['dec 5 1985', '5 de diciembre de 1985', '14 mar 2001'])
    expect(read(birth)).toEqual({ words: {}, rest: birth })
  // The 9th is no Monday: that is another number.
  expect(read('monday 9')).toEqual({ words: { weekdays: [1] }, rest: '9' })
})

test('from one date to another', () => {
  expectSaid([
    [
      ['dec 12 to 15', 'dec 12-15', 'dec 12 - dec 15', '12/12-12/15', 'from dec 12 to dec 15', 'between dec 12 and 15'],
      when('2026-12-12', '2026-12-15'),
    ],
    [['del 12 al 15 de diciembre', 'entre el 12 y el 15 de diciembre'], when('2026-12-12', '2026-12-15')],
    [['del 12 al 15', 'the 12th to the 15th', 'from the 12th through the 15th'], when('2026-12-12', '2026-12-15')],
    [['del 28 al 3'], when('2026-12-28', '2027-01-03')],
    [['dec 28 - jan 3'], when('2026-12-28', '2027-01-03')],
  ])
})

test('as far as a day, and from one on', () => {
  expectSaid([
    [
      ['by friday', 'until friday', 'through this friday', 'no later than friday', 'hasta el viernes'],
      when(today, '2026-12-04'),
    ],
    [['before friday', 'antes del viernes'], when(today, '2026-12-03')],
    [['by tomorrow', 'hasta mañana'], when(today, '2026-12-02')],
    [['by the end of the month', 'by end of month'], when(today, '2026-12-31')],
    [['until february', 'before february', 'hasta febrero', 'antes de febrero'], when(today, '2027-01-31')],
    [['from monday', 'starting monday', 'a partir del lunes', 'desde el lunes'], when('2026-12-07', '2026-12-21')],
    [['after next week'], when('2026-12-14', '2026-12-28')],
    [['before next week'], when(today, '2026-12-06')],
    [['until december'], when(today, '2026-12-31')],
    [['not until january', 'from january', 'desde enero'], when('2027-01-01', '2027-01-15')],
  ])
})

test('days that have a name', () => {
  expectSaid([
    [['day after tomorrow', 'pasado mañana'], when('2026-12-03')],
    [['this friday', 'este viernes'], when('2026-12-04')],
    [['this weekend', 'este fin de semana'], when('2026-12-05', '2026-12-06')],
    [['tonight', 'esta noche'], { ...when(today), dayParts: ['evening'] }],
    [['this afternoon', 'esta tarde'], { ...when(today), dayParts: ['afternoon'] }],
    [['later this week'], when('2026-12-02', '2026-12-06')],
    [['early next week', 'beginning of next week'], when('2026-12-07', '2026-12-09')],
    [['the week after next'], when('2026-12-14', '2026-12-20')],
    [['week of the 31st'], when('2026-12-28', '2027-01-03')],
    [['de hoy en ocho'], when('2026-12-08')],
    [['next friday', 'el próximo viernes', 'el viernes que viene'], { weekdays: [5] }],
    [['weekends', 'fin de semana'], { weekdays: [6, 7] }],
    [['weekdays', 'entre semana', 'mon-fri', 'monday to friday', 'de lunes a viernes'], { weekdays: [1, 2, 3, 4, 5] }],
  ])
})

test('parts of a month, and weeks of it', () => {
  expectSaid([
    [['this month', 'este mes'], when(today, '2026-12-31')],
    [['next month', 'el próximo mes', 'el mes que viene', 'in january', 'en enero'], when('2027-01-01', '2027-01-31')],
    [['first week of january', 'primera semana de enero'], when('2027-01-01', '2027-01-07')],
    [['last week of the month', 'última semana de diciembre'], when('2026-12-25', '2026-12-31')],
    [
      ['the week of dec 14', 'week of 12/16', 'la semana del 14 de diciembre', 'semana del 16'],
      when('2026-12-14', '2026-12-20'),
    ],
    [['first tuesday of january', 'primer martes de enero'], when('2027-01-05')],
    [['last friday of january'], when('2027-01-29')],
    [['early january', 'beginning of next month', 'principios de enero'], when('2027-01-01', '2027-01-10')],
    [['mid january', 'mediados de enero'], when('2027-01-11', '2027-01-20')],
    [['late january', 'end of next month', 'a fines de enero'], when('2027-01-21', '2027-01-31')],
  ])
})

test('a distance from today is around that day; "next" and "within" is all as far as then', () => {
  expectSaid([
    [['in 3 days', 'en 3 días'], when('2026-12-04')],
    [['in 10 days', 'en diez días', 'dentro de 10 días', '10 days from now'], when('2026-12-10', '2026-12-12')],
    [
      ['in 6 weeks', '6 weeks', '6wks', 'in about 6 weeks', 'en seis semanas', 'dentro de 6 semanas', '6 weeks out'],
      when('2027-01-09', '2027-01-15'),
    ],
    [['in 3 months', '3mo', 'about 3 months', 'en 3 meses'], when('2027-02-22', '2027-03-08')],
    [['in a year', 'en un año'], when('2027-11-17', '2027-12-15')],
    [['in a couple of weeks', 'en un par de semanas'], when('2026-12-12', '2026-12-18')],
    [['2-3 weeks', 'in 2 to 3 weeks', 'en 2 o 3 semanas'], when('2026-12-15', '2026-12-22')],
    [['a week from monday'], when('2026-12-14')],
    [['next 2 weeks', 'within 2 weeks', 'in the next 2 weeks', 'en las próximas dos semanas'], { when: { weeks: 2 } }],
    [['next 10 days', 'within 10 days', 'los próximos 10 días'], when(today, '2026-12-11')],
  ])
  // How old somebody is says nothing of when.
  expect(read('6 months old').rest).toBe('6 months old')
})

test('a distance after another visit is counted from that', () => {
  const then = (text: string) => read(text).words.then
  const followsBy = (gap: object) => [{ visitTypeId: 'follow', gap }]
  expect(then('ultrasound then follow-up in 2 weeks')).toEqual(followsBy({ minDays: 11, maxDays: 17 }))
  expect(then('ultrasound then follow-up 2 weeks later')).toEqual(followsBy({ minDays: 11, maxDays: 17 }))
  expect(then('ultrasound then follow-up within 2 weeks')).toEqual(followsBy({ maxDays: 14 }))
  expect(then('ecografía, luego control de 2 a 3 semanas después')).toEqual(followsBy({ minDays: 14, maxDays: 21 }))
  expect(read('ultrasound in 2 weeks then follow-up 1 to 7 days later').words).toEqual({
    visitTypeId: 'scan',
    ...when('2026-12-12', '2026-12-18'),
    then: followsBy({ minDays: 1, maxDays: 7 }),
    chainTypeId: null,
  })
})

test('a series as orders say it, for as long as it goes on', () => {
  const repeat = (more: object): WishWords => ({ repeat: { unit: 'week', every: 1, count: 6, ...more } })
  expectSaid([
    [['weekly for 8 weeks', 'cada semana por 8 semanas', 'once a week for 8 weeks'], repeat({ count: 8 })],
    [['every mon and wed for 4 weeks'], repeat({ weekdays: [1, 3], count: 8 })],
    [['q2w x4', 'biweekly x4', 'every 2 wks 4 times', 'quincenal, 4 veces'], repeat({ every: 2, count: 4 })],
    [['every 3 months for a year', 'q3mo x4', 'quarterly x4'], repeat({ unit: 'month', every: 3, count: 4 })],
    [
      ['every mon-fri x10', 'every weekday x10', 'weekly on mon to fri x10'],
      repeat({ weekdays: [1, 2, 3, 4, 5], count: 10 }),
    ],
    [['every mwf for 2 weeks'], repeat({ weekdays: [1, 3, 5], count: 6 })],
    [['daily for 5 days'], repeat({ unit: 'day', count: 5 })],
  ])
  // Nobody knows on which days; that it is left out would be worse than that it is not understood.
  for (const often of ['twice a week', '2x a week', '3 times per week', 'dos veces por semana'])
    expect(read(often)).toEqual({ words: {}, rest: often })
})

test('several visits said in one line are all of them', () => {
  const sameDay = { visitTypeId: 'follow', gap: { sameDay: true as const } }
  const both = { visitTypeId: 'scan', then: [sameDay], chainTypeId: null }
  expectSaid([
    [
      [
        'ultrasound and follow-up',
        'ultrasound, follow-up',
        'ecografía y control',
        'ultrasound and follow',
        'ultrasound and follow-up same day',
      ],
      both,
    ],
    [
      ['ultrasound and follow-up in 2 weeks'],
      { ...both, then: [{ visitTypeId: 'follow', gap: { minDays: 11, maxDays: 17 } }] },
    ],
  ])
  // A name that is only begun, or part of one, is not a second visit.
  expect(read('follow-up patient prefers tuesday').words).toEqual({ visitTypeId: 'follow', weekdays: [2] })
  expect(read('follow-up before new years').words).toEqual({ visitTypeId: 'follow' })
})

test('a time of the clock', () => {
  expectSaid([
    [['at 10:30', '10:30', '10:30am', 'a las 10:30', 'at 10:30 in the morning'], times(630, 631)],
    [['at 2:30', '2:30pm', '14:30', 'a las 2:30'], times(870, 871)],
    [['at 3', '3pm', '3 p.m.', '3p', '15:00', 'a las 3 de la tarde'], times(900, 901)],
    [['8am', '8 a.m.', 'at 8', 'a las 8 de la mañana'], times(480, 481)],
    [['at noon', 'noon'], times(720, 721)],
    [['before noon', 'antes del mediodía', 'by noon'], times(0, 720)],
    [['after noon'], times(720, 1440)],
    [['around 10', '10ish', 'about 10am', 'a eso de las 10'], times(540, 660)],
    [['9-11', '9 to 11am', '9am-11am', 'from 9 to 11', 'de 9 a 11'], times(540, 660)],
    [['8 to 5'], times(480, 1020)],
    [['at 9 or 10', 'a las 9 o 10'], times(540, 601)],
  ])
})

test('hours by what they are called', () => {
  expectSaid([
    [['early morning', 'first thing', 'temprano', 'por la mañana temprano', 'a primera hora'], times(0, 540)],
    [['late morning'], times(630, 720)],
    [['early afternoon'], times(720, 840)],
    [['late afternoon'], times(900, 1020)],
    [['end of day', 'late in the day', 'a última hora'], times(930, 1440)],
    [['lunch time', 'al mediodía', 'a la hora del almuerzo'], times(690, 810)],
    [['after lunch', 'después del almuerzo'], times(780, 1440)],
    [['in the morning', 'mornings only', 'en la mañana', 'por las mañanas'], { dayParts: ['morning'] }],
  ])
})

test('what does not suit is never what is wished for', () => {
  const friday = { not: [{ weekdays: [5] }] }
  expectSaid([
    [['any day but friday', 'any day except friday', 'not fridays', 'cannot do fridays', "can't do fridays"], friday],
    [['other than friday', 'avoid fridays', 'cualquier día menos viernes', 'no puede los viernes'], friday],
    [['not mon-fri'], { not: [{ weekdays: [1, 2, 3, 4, 5] }] }],
    [['not the 15th', 'no el 15'], { not: [{ from: '2026-12-15', to: '2026-12-15' }] }],
    [['nothing before 10'], { not: [{ times: { fromMinute: 0, untilMinute: 600 } }] }],
    [['not too early'], { not: [{ times: { fromMinute: 0, untilMinute: 540 } }] }],
    [['not in the morning'], { not: [{ times: { fromMinute: 0, untilMinute: 720 } }] }],
  ])
})

test('who is not wanted is never who is wished for', () => {
  expectSaid([
    [
      ['not okafor', 'not with dr okafor', 'anyone but okafor', 'any doctor except okafor', 'without okafor'],
      { withoutIds: ['okafor'] },
    ],
    [
      ['no okafor', 'sin okafor', 'cualquiera menos la dra okafor', 'que no sea con okafor'],
      { withoutIds: ['okafor'] },
    ],
    [['not okafor or muñoz', 'no okafor ni muñoz', 'not okafor, not muñoz'], { withoutIds: ['okafor', 'munoz'] }],
    [['not okafor, mornings', 'not okafor mornings'], { withoutIds: ['okafor'], dayParts: ['morning'] }],
    [['not mondays or okafor', 'not okafor or mondays'], { not: [{ weekdays: [1] }], withoutIds: ['okafor'] }],
    [['not mondays, okafor', 'not mondays okafor'], { not: [{ weekdays: [1] }], clinicianIds: ['okafor'] }],
  ])
  // What cannot be ruled out is said to be not understood, and not wished for.
  for (const text of ['no interpreter', 'without an interpreter', 'not by video', 'not female', 'sin silla de ruedas'])
    expect(read(text)).toEqual({ words: {}, rest: text })
  expect(read('follow-up, not new patient')).toEqual({ words: { visitTypeId: 'follow' }, rest: 'not new patient' })
  expect(read('walk-in follow-up, control sin cita').words).toEqual({ visitTypeId: 'follow', walkIn: true })
  // Whoever is named last counts.
  expect(read('okafor or muñoz, not okafor').words).toEqual({ clinicianIds: ['munoz'], withoutIds: ['okafor'] })
})

test('as a coordinator types with a phone on one ear', () => {
  expectSaid([
    [
      ['f/u w/ okafor asap', 'follow-up with okafor as soon as possible'],
      { visitTypeId: 'follow', clinicianIds: ['okafor'] },
    ],
    [['control lo antes posible'], { visitTypeId: 'follow' }],
    [['np okafor mornings'], { visitTypeId: 'new', clinicianIds: ['okafor'], dayParts: ['morning'] }],
    [['awv in january', 'AWV january 1-31'], { visitTypeId: 'wellness', ...when('2027-01-01', '2027-01-31') }],
    [
      ['bp check weekly x4', 'bp check weekly 4 times'],
      { visitTypeId: 'pressure', repeat: { unit: 'week', every: 1, count: 4 } },
    ],
    [
      ['needs a follow-up appointment with okafor please, tue or wed, not before 10'],
      { visitTypeId: 'follow', clinicianIds: ['okafor'], weekdays: [2, 3], ...times(600, 1440) },
    ],
    [
      ['f/u okafor 1/5 10-12'],
      { visitTypeId: 'follow', clinicianIds: ['okafor'], ...when('2027-01-05'), ...times(600, 720) },
    ],
    [
      ['control en 6 semanas con la doctora muñoz por la mañana, no los lunes'],
      {
        visitTypeId: 'follow',
        clinicianIds: ['munoz'],
        ...when('2027-01-09', '2027-01-15'),
        dayParts: ['morning'],
        not: [{ weekdays: [1] }],
      },
    ],
    [['paciente nueva con la dra muñoz'], { visitTypeId: 'new', clinicianIds: ['munoz'] }],
    [['follow-up mwf or tue', 'follow-up m w f and tuesdays'], { visitTypeId: 'follow', weekdays: [1, 3, 5, 2] }],
    [['control con una doctora'], { visitTypeId: 'follow', attributes: ['female'] }],
  ])
})

test('what the page says one can say is read', () => {
  for (const { wishExamples } of [en, es])
    for (const [, example = ''] of wishExamples.matchAll(/“([^”]+)”/g)) {
      const { words, rest } = read(example)
      expect([example, Object.keys(words).length, rest]).toEqual([
        example,
        expect.toSatisfy((count: number) => count >= 2),
        '',
      ])
    }
})

test('what the guide says one can say is read', () => {
  const guide = readFileSync(new URL('../../../../../docs/guides/finding-an-opening.md', import.meta.url), 'utf8')
  const table = guide.split('\n').filter((line) => line.startsWith('|'))
  const phrases = table.flatMap((line) => [...line.matchAll(/`(?:… )?([^`]+)`/g)].map(([, phrase = '']) => phrase))
  expect(phrases.length).toBeGreaterThan(80)
  for (const phrase of phrases) expect([phrase, read(phrase).rest]).toEqual([phrase, ''])
})

test('a name that is nearly a weekday stays a name', () => {
  expect(read('follow-up for Tu Pham')).toEqual({ words: { visitTypeId: 'follow' }, rest: 'Tu Pham' })
  expect(read('follow-up tu/th').words).toEqual({ visitTypeId: 'follow', weekdays: [2, 4] })
})

test('months that are names stay with the name', () => {
  expect(read('new patient May Chen')).toEqual({ words: { visitTypeId: 'new' }, rest: 'May Chen' })
  expect(read('new patient April Jones mornings').rest).toBe('April Jones')
})

test('whatever is typed is read, and what is found can be asked for', () => {
  const some = fc.constantFrom(
    ...'in 6 weeks 3 months next within from until before after by the 15th 31 feb dec 12/15 2-3 mon-fri monday week of'.split(
      ' ',
    ),
    ...'first last end mid at 10:30 9-11 noon 3pm around early late not but or to y a de la semana mes del lunes que viene'.split(
      ' ',
    ),
    ...'for and twice q2w nothing weekly mwf okafor ultrasound follow-up sin first 2ish then later x4 a couple year days today tomorrow this morning , 2026-02-31 99/99 0 00:00 24 days'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: some }, fc.string()), { maxLength: 14 }), (parts) => {
      const { words } = read(parts.join(' '))
      if (words.when && 'from' in words.when) expect(words.when.from <= words.when.to).toBe(true)
      if (words.times) expect(words.times.fromMinute).toBeLessThan(words.times.untilMinute)
      for (const { gap } of words.then ?? []) {
        const { minDays = 0, maxDays = Infinity } = gap && 'sameDay' in gap ? {} : (gap ?? {})
        expect(minDays).toBeLessThanOrEqual(maxDays)
        expect(minDays).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 1000 },
  )
})
