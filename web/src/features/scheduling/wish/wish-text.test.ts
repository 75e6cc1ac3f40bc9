import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWish, type Vocabulary } from './wish-text.ts'

const vocabulary: Vocabulary = {
  visitTypes: [
    { id: 'new', names: ['New patient', 'Paciente nuevo'] },
    { id: 'follow', names: ['Follow-up', 'Control'] },
    { id: 'video', names: ['Follow-up video', 'Control por video'] },
    { id: 'scan', names: ['Ultrasound', 'Ecografía'] },
    { id: 'physical', names: ['Annual physical', 'Examen anual'] },
  ],
  chains: [
    {
      id: 'scan-talk',
      names: ['Scan and talk', 'Ecografía y charla'],
      legs: [{ visitTypeId: 'scan' }, { visitTypeId: 'follow', gap: { sameDay: true } }],
    },
  ],
  clinicians: [
    { id: 'okafor', name: 'Dr Ada Okafor' },
    { id: 'singh', name: 'Dr Singh' },
    { id: 'munoz', name: 'Dra Inés Muñoz' },
  ],
}
/** A Sunday. */
const today = '2026-11-22'
const read = (text: string) => readWish(text, vocabulary, today)

test('the whole sentence of the desk, in English', () => {
  expect(read('new patient mornings okafor next 2 weeks')).toEqual({
    words: { visitTypeId: 'new', dayParts: ['morning'], clinicianIds: ['okafor'], when: { weeks: 2 } },
    rest: '',
  })
})

test('the whole sentence of the desk, in Spanish, with accents or without', () => {
  const expected = {
    words: { visitTypeId: 'new', dayParts: ['morning'], clinicianIds: ['munoz'], weekdays: [3], when: { weeks: 3 } },
    rest: '',
  }
  expect(read('paciente nuevo por la mañana con la dra muñoz los miércoles en las próximas tres semanas')).toEqual(
    expected,
  )
  expect(read('paciente nuevo por la manana con la dra munoz los miercoles en las proximas tres semanas')).toEqual(
    expected,
  )
})

test('the longest visit type name wins, and a begun one is enough', () => {
  expect(read('follow-up video').words.visitTypeId).toBe('video')
  expect(read('follow up').words.visitTypeId).toBe('follow')
  expect(read('new pat').words.visitTypeId).toBe('new')
  expect(read('physical').words.visitTypeId).toBe('physical')
})

test('several clinicians, weekdays and parts of the day add up', () => {
  expect(read('okafor or singh, mon and wed, mornings or afternoons').words).toEqual({
    clinicianIds: ['okafor', 'singh'],
    weekdays: [1, 3],
    dayParts: ['morning', 'afternoon'],
  })
})

test('anyone, any time and any day empty their chips', () => {
  expect(read('anyone any time any day').words).toEqual({ clinicianIds: [], dayParts: [], weekdays: [] })
  expect(read('cualquiera a cualquier hora').words).toEqual({ clinicianIds: [], dayParts: [] })
})

test('dates: this week ends on Sunday, next week is Monday to Sunday', () => {
  expect(read('this week').words.when).toEqual({ from: '2026-11-22', to: '2026-11-22' })
  expect(read('la próxima semana').words.when).toEqual({ from: '2026-11-23', to: '2026-11-29' })
})

test('dates: tomorrow, before a date, from a date on, and a date of next year', () => {
  expect(read('mañana').words.when).toEqual({ from: '2026-11-23', to: '2026-11-23' })
  expect(read('before 12 Dec').words.when).toEqual({ from: '2026-11-22', to: '2026-12-11' })
  expect(read('hasta el 12 de diciembre').words.when).toEqual({ from: '2026-11-22', to: '2026-12-12' })
  expect(read('from Dec 1').words.when).toEqual({ from: '2026-12-01', to: '2026-12-15' })
  expect(read('from 1 Dec until 9 Dec').words.when).toEqual({ from: '2026-12-01', to: '2026-12-09' })
  expect(read('after 4 January').words.when).toEqual({ from: '2027-01-04', to: '2027-01-18' })
})

test('what nobody could read stays as it was typed', () => {
  expect(read('follow-up for María Nguyễn mornings')).toEqual({
    words: { visitTypeId: 'follow', dayParts: ['morning'] },
    rest: 'María Nguyễn',
  })
})

test('a beginning that fits two clinicians means none of them', () => {
  const twice = { ...vocabulary, clinicians: [...vocabulary.clinicians, { id: 'okello', name: 'Dr Okello' }] }
  expect(readWish('oka', twice, today).words.clinicianIds).toEqual(['okafor'])
  expect(readWish('oke', twice, today).words.clinicianIds).toEqual(['okello'])
  expect(readWish('ok', twice, today).words.clinicianIds).toBeUndefined()
})

test('any text is read without failing, and dates never run backwards', () => {
  const parts = fc.constantFrom(
    'next',
    '2',
    'weeks',
    'from',
    'before',
    '31',
    'feb',
    'dec',
    'mon',
    'new',
    'dr',
    'okafor',
    'ñ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 12 }), (words) => {
      const { when } = read(words.join(' ')).words
      if (when && 'from' in when) expect(when.to >= when.from || when.to >= '2026-11-21').toBe(true)
    }),
  )
})

test('visits that follow one another, with the gap between them', () => {
  const sameDay = { visitTypeId: 'scan', then: [{ visitTypeId: 'follow', gap: { sameDay: true } }], chainTypeId: null }
  expect(read('ultrasound, then follow-up same day')).toEqual({ words: sameDay, rest: '' })
  expect(read('ecografía, luego control el mismo día')).toEqual({ words: sameDay, rest: '' })
  expect(read('ultrasound then same day follow-up').words).toEqual(sameDay)
  expect(read('ultrasound then follow up 1 to 7 days later').words.then).toEqual([
    { visitTypeId: 'follow', gap: { minDays: 1, maxDays: 7 } },
  ])
  expect(read('ecografía, después control dentro de 7 días').words.then).toEqual([
    { visitTypeId: 'follow', gap: { maxDays: 7 } },
  ])
  expect(read('ultrasound then follow up next day then physical').words.then).toEqual([
    { visitTypeId: 'follow', gap: { minDays: 1, maxDays: 1 } },
    { visitTypeId: 'physical' },
  ])
})

test('a chain of the practice by its name, in both languages', () => {
  const whole = {
    visitTypeId: 'scan',
    chainTypeId: 'scan-talk',
    then: [{ visitTypeId: 'follow', gap: { sameDay: true } }],
  }
  expect(read('scan and talk mornings').words).toEqual({ ...whole, dayParts: ['morning'] })
  expect(read('ecografía y charla').words).toEqual(whole)
})

test('a series: how often, and how many times', () => {
  const repeat = { unit: 'week', every: 2, count: 6 }
  expect(read('follow-up every 2 weeks, 6 times')).toEqual({ words: { visitTypeId: 'follow', repeat }, rest: '' })
  expect(read('control cada dos semanas, seis veces')).toEqual({ words: { visitTypeId: 'follow', repeat }, rest: '' })
  expect(read('every other week for 6 times').words).toEqual({ repeat })
  expect(read('weekly 4 times').words).toEqual({ repeat: { unit: 'week', every: 1, count: 4 } })
  expect(read('cada mes').words).toEqual({ repeat: { unit: 'month', every: 1, count: 6 } })
  expect(read('follow-up next 2 weeks').words.repeat).toBeUndefined()
})

test('times of the wall clock, alone and between two', () => {
  expect(read('after 15:00').words).toEqual({ times: { fromMinute: 900, untilMinute: 1440 } })
  expect(read('después de las 15:30').words).toEqual({ times: { fromMinute: 930, untilMinute: 1440 } })
  expect(read('before 10').words).toEqual({ times: { fromMinute: 0, untilMinute: 600 } })
  expect(read('antes de las 10').words).toEqual({ times: { fromMinute: 0, untilMinute: 600 } })
  expect(read('after 3').words.times).toEqual({ fromMinute: 900, untilMinute: 1440 })
  expect(read('after 3pm before 4:30 pm').words.times).toEqual({ fromMinute: 900, untilMinute: 990 })
  expect(read('before 12 Dec').words.times).toBeUndefined()
})

test('between two times, and the times people say by what they do', () => {
  const nine = { fromMinute: 540, untilMinute: 660 }
  for (const words of [
    'between 9 and 11',
    'from 9 to 11',
    'entre las 9 y las 11',
    'de 9 a 11',
    'between 9:00 and 11 am',
  ])
    expect(read(words), words).toEqual({ words: { times: nine }, rest: '' })
  expect(read('between 11:30 and 1').words.times).toEqual({ fromMinute: 690, untilMinute: 780 })
  expect(read('follow-up between 2 and 4, okafor').words).toEqual({
    visitTypeId: 'follow',
    times: { fromMinute: 840, untilMinute: 960 },
    clinicianIds: ['okafor'],
  })
  expect(read('after school').words.times).toEqual({ fromMinute: 900, untilMinute: 1440 })
  expect(read('después de la escuela').words.times).toEqual({ fromMinute: 900, untilMinute: 1440 })
  expect(read('control antes del trabajo').words).toEqual({
    visitTypeId: 'follow',
    times: { fromMinute: 0, untilMinute: 540 },
  })
  // A distance between visits and a date are no times.
  expect(read('ultrasound then follow up from 1 to 7 days later').words.times).toBeUndefined()
  expect(read('from 1 Dec').words.times).toBeUndefined()
})

test('days that are no good, alone and taken from what was wished', () => {
  for (const words of ['not Tuesdays', 'not on tuesday', 'except tue', 'no los martes', 'menos martes'])
    expect(read(words), words).toEqual({ words: { not: [{ weekdays: [2] }] }, rest: '' })
  for (const words of ['not mondays or fridays', 'no los lunes ni los viernes', 'not mon, fri'])
    expect(read(words).words.not, words).toEqual([{ weekdays: [1, 5] }])
  expect(read('no los lunes, no los viernes').words.not).toEqual([{ weekdays: [1, 5] }])
  expect(read('not weekends').words.not).toEqual([{ weekdays: [6, 7] }])
  expect(read('mon tue wed but not tue').words).toEqual({ weekdays: [1, 3] })
  expect(read('follow-up not tuesdays after school').words).toEqual({
    visitTypeId: 'follow',
    not: [{ weekdays: [2] }],
    times: { fromMinute: 900, untilMinute: 1440 },
  })
})

test('dates and spans of dates that are no good', () => {
  const on = (from: string, to = from) => [{ from, to }]
  const said: ReadonlyArray<readonly [string, unknown]> = [
    ['not dec 12', on('2026-12-12')],
    ['except on the 12th of December', on('2026-12-12')],
    ['menos el 12 de diciembre', on('2026-12-12')],
    ['no el 12 de diciembre ni el 3 de enero', [...on('2026-12-12'), ...on('2027-01-03')]],
    ['not dec 12, dec 14', [...on('2026-12-12'), ...on('2026-12-14')]],
    ['not dec 12 to dec 15', on('2026-12-12', '2026-12-15')],
    ['not dec 12 to 15', on('2026-12-12', '2026-12-15')],
    ['not from 12 to 15 dec', on('2026-12-12', '2026-12-15')],
    ['except between dec 28 and jan 3', on('2026-12-28', '2027-01-03')],
    ['menos del 12 al 15 de diciembre', on('2026-12-12', '2026-12-15')],
    ['salvo entre el 12 y el 15 de diciembre', on('2026-12-12', '2026-12-15')],
    ['not in december', on('2026-12-01', '2026-12-31')],
    ['no en febrero', on('2027-02-01', '2027-02-28')],
    ['not before dec 12', [{ to: '2026-12-11' }]],
    ['not after dec 20', [{ from: '2026-12-21' }]],
    ['no antes del 12 de diciembre', [{ to: '2026-12-11' }]],
    ['not tomorrow', on('2026-11-23')],
    ['not next week', on('2026-11-23', '2026-11-29')],
    ['no la proxima semana', on('2026-11-23', '2026-11-29')],
    // A date says which weekday it is.
    ['not monday dec 14', on('2026-12-14')],
  ]
  for (const [words, not] of said) expect(read(words), words).toEqual({ words: { not }, rest: '' })
})

test('times of day that are no good, every day or on some', () => {
  const lunch = { fromMinute: 720, untilMinute: 840 }
  const morning = { fromMinute: 0, untilMinute: 720 }
  const said: ReadonlyArray<readonly [string, unknown]> = [
    ['except between 12 and 2', [{ times: lunch }]],
    ['not from 12 to 2', [{ times: lunch }]],
    ['menos entre las 12 y las 2', [{ times: lunch }]],
    ['no de 12 a 2', [{ times: lunch }]],
    ['not after 3', [{ times: { fromMinute: 900, untilMinute: 1440 } }]],
    ['no antes de las 10', [{ times: { fromMinute: 0, untilMinute: 600 } }]],
    ['not mornings', [{ times: morning }]],
    ['no por la mañana', [{ times: morning }]],
    ['not monday mornings', [{ weekdays: [1], times: morning }]],
    ['no los lunes por la mañana', [{ weekdays: [1], times: morning }]],
    ['not mondays or mornings', [{ weekdays: [1] }, { times: morning }]],
    ['not mondays or tuesdays before 10', [{ weekdays: [1, 2], times: { fromMinute: 0, untilMinute: 600 } }]],
    ['not dec 12 in the morning', [{ from: '2026-12-12', to: '2026-12-12', times: morning }]],
    ['not mondays, dec 12', [{ weekdays: [1] }, { from: '2026-12-12', to: '2026-12-12' }]],
    ['not mondays, not dec 12', [{ weekdays: [1] }, { from: '2026-12-12', to: '2026-12-12' }]],
    ['not mondays, on dec 12', [{ weekdays: [1] }, { from: '2026-12-12', to: '2026-12-12' }]],
    ['no los lunes, no el 12 de diciembre', [{ weekdays: [1] }, { from: '2026-12-12', to: '2026-12-12' }]],
    ['not mondays, not mornings', [{ weekdays: [1] }, { times: morning }]],
    ['not mondays not after 3', [{ weekdays: [1] }, { times: { fromMinute: 900, untilMinute: 1440 } }]],
  ]
  for (const [words, not] of said) expect(read(words), words).toEqual({ words: { not }, rest: '' })
  // "not before 10" says when it may be, and after a comma a time is a wish.
  expect(read('not before 10').words).toEqual({ times: { fromMinute: 600, untilMinute: 1440 } })
  expect(read('not mondays, after 3').words).toEqual({
    not: [{ weekdays: [1] }],
    times: { fromMinute: 900, untilMinute: 1440 },
  })
})

test('what does not suit stands in the sentence with everything else', () => {
  expect(read('follow-up okafor next 4 weeks not dec 12 or mondays, mornings')).toEqual({
    words: {
      visitTypeId: 'follow',
      clinicianIds: ['okafor'],
      when: { weeks: 4 },
      not: [{ from: '2026-12-12', to: '2026-12-12' }, { weekdays: [1] }],
      dayParts: ['morning'],
    },
    rest: '',
  })
  expect(read('control con la dra muñoz, no los lunes, la semana que viene').words).toEqual({
    visitTypeId: 'follow',
    clinicianIds: ['munoz'],
    not: [{ weekdays: [1] }],
    when: { from: '2026-11-23', to: '2026-11-29' },
  })
  expect(read('not mondays next week').words).toEqual({
    not: [{ weekdays: [1] }],
    when: { from: '2026-11-23', to: '2026-11-29' },
  })
})

test('what a clinician has to have, booking over, and people without an appointment', () => {
  expect(read('female clinician who speaks spanish').words).toEqual({ attributes: ['female', 'speaks-es'] })
  expect(read('mujer que hable vietnamita').words).toEqual({ attributes: ['female', 'speaks-vi'] })
  expect(read('follow-up overbook').words).toEqual({ visitTypeId: 'follow', overbook: true })
  expect(read('control con sobrecupo').words).toEqual({ visitTypeId: 'follow', overbook: true })
  expect(read('walk-in follow-up').words).toEqual({ visitTypeId: 'follow', walkIn: true })
  expect(read('control sin cita').words).toEqual({ visitTypeId: 'follow', walkIn: true })
})

test('by video or in person, in both languages', () => {
  for (const text of ['annual physical by video', 'examen anual por videollamada'])
    expect(read(text).words).toEqual({ visitTypeId: 'physical', modality: 'video' })
  for (const text of ['follow-up in person', 'control en persona', 'control presencial'])
    expect(read(text).words).toEqual({ visitTypeId: 'follow', modality: 'in-person' })
  expect(read('follow-up video').words).toEqual({ visitTypeId: 'video' })
})

test('a series on days of the week, until a date', () => {
  const repeat = { unit: 'week', every: 1, weekdays: [1, 3], until: '2027-03-31' }
  for (const words of [
    'follow-up every Mon and Wed until 31 March',
    'follow-up weekly on Wed and Mon until March 31st',
    'follow-up every monday and wednesday mornings until 31 march',
    'control cada lunes y miércoles hasta el 31 de marzo',
    'control todos los lunes y los miércoles hasta el 31 de marzo',
  ]) {
    const { repeat: said, visitTypeId } = read(words).words
    expect({ said, visitTypeId }, words).toEqual({ said: repeat, visitTypeId: 'follow' })
    expect(read(words).rest, words).toBe('')
  }
  expect(read('every other tuesday 8 times').words).toEqual({
    repeat: { unit: 'week', every: 2, weekdays: [2], count: 8 },
  })
  expect(read('cada dos semanas los jueves, seis veces').words).toEqual({
    repeat: { unit: 'week', every: 2, weekdays: [4], count: 6 },
  })
  expect(read('todas las semanas').words).toEqual({ repeat: { unit: 'week', every: 1, count: 6 } })
  // "or" leaves the choice of a day: it is a wish for all of them.
  expect(read('weekly 4 times mon or wed').words).toEqual({
    repeat: { unit: 'week', every: 1, count: 4 },
    weekdays: [1, 3],
  })
  expect(read('weekly mon or wed').words.weekdays).toEqual([1, 3])
  // Without a series the date is the last that is looked at.
  expect(read('mon and wed until 31 march').words).toEqual({
    weekdays: [1, 3],
    when: { from: today, to: '2027-03-31' },
  })
})

test('a series by the month: on a date, on the second Tuesday, on the weekday of the first', () => {
  const on = (text: string) => read(text).words.repeat
  const second = { unit: 'month', every: 1, on: { week: 2, weekday: 2 }, count: 6 }
  expect(on('monthly on the second Tuesday')).toEqual(second)
  expect(on('every month on the 2nd tue')).toEqual(second)
  expect(on('cada mes el segundo martes')).toEqual(second)
  const last = { unit: 'month', every: 1, on: { week: -1, weekday: 5 }, count: 6 }
  expect(on('every month on the last Friday')).toEqual(last)
  expect(on('cada mes el último viernes')).toEqual(last)
  const date = { unit: 'month', every: 1, on: { day: 15 }, count: 4 }
  expect(on('monthly on the 15th, 4 times')).toEqual(date)
  expect(on('mensual el día 15, cuatro veces')).toEqual(date)
  expect(on('every 3 months on the 1st until 1 July')).toEqual({
    unit: 'month',
    every: 3,
    on: { day: 1 },
    until: '2027-07-01',
  })
  expect(on('monthly on the same weekday 3 times')).toEqual({ unit: 'month', every: 1, on: 'weekday', count: 3 })
  expect(on('monthly 4 times')).toEqual({ unit: 'month', every: 1, count: 4 })
})
