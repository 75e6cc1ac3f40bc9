import { expect, test } from 'vitest'
import { answerState, canGoBack, hasAgreed, placesOf, spanText, stateOf, timesOf, whyTexts } from './texts.ts'
import { en } from './words-en.ts'

/** The English words as the catalog would say them. */
const words = {
  locale: 'en' as const,
  say: (word: string, values: Readonly<Record<string, string | number>> = {}) => {
    const known: Readonly<Record<string, string>> = en
    const text = known[word] ?? known[`${word}_${values['count'] === 1 ? 'one' : 'other'}`] ?? word
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))
  },
}
const zone = 'America/Chicago'

test('whole days are dates; the day on which the clock goes back is one day', () => {
  expect(spanText('2026-11-01T05:00:00Z', '2026-11-02T06:00:00Z', zone, 'en')).toBe('Sun 1 Nov')
  expect(spanText('2026-12-08T06:00:00Z', '2026-12-11T06:00:00Z', zone, 'en')).toBe('Tue 8 Dec – Thu 10 Dec')
  expect(spanText('2026-12-08T14:30:00Z', '2026-12-08T18:00:00Z', zone, 'en')).toBe('Tue 8 Dec, 8:30 – 12:00')
})

test('why: how far, in which direction, with whom', () => {
  const why = [
    { code: 'moved', points: 1000 },
    { code: 'minutes', minutes: -40, points: 40 },
    { code: 'other-clinician', points: 500 },
  ] as const
  expect(whyTexts({ why: [...why] }, words)).toEqual(['40 min earlier', 'another clinician'])
  expect(whyTexts({ why: [{ code: 'days', days: 1, points: 300 }] }, words)).toEqual(['1 day later'])
  expect(whyTexts({ why: [...why] }, words, true)).toEqual(['40 min earlier', 'another leader'])
})

test('a visit that was moved says so whatever was decided before', () => {
  expect(stateOf({ decision: 'accepted', appliedAt: null, backAt: null }, words).text).toBe('accepted')
  expect(stateOf({ decision: 'accepted', appliedAt: '2026-12-07T15:00:00Z', backAt: null }, words).text).toBe('moved')
  expect(stateOf({ decision: 'overtaken', appliedAt: '2026-12-07T15:00:00Z', backAt: null }, words).text).toBe(
    'settled elsewhere',
  )
})

test('a visit that was taken back is where it was, and is not taken back again', () => {
  const at = '2026-12-07T15:00:00Z'
  const [there, here] = [
    { start: at, end: at, assignments: [] },
    { start: '2026-12-08T15:00:00Z', end: at, assignments: [] },
  ]
  const moved = { decision: 'accepted', appliedAt: at, backAt: null, before: here, proposal: there } as const
  const back = { ...moved, backAt: at }
  expect([placesOf(moved).now, placesOf(back).now, placesOf(back).was]).toEqual([there, here, there])
  expect(stateOf(back, words).text).toBe('back at its time')
  expect([canGoBack(moved), canGoBack(back), canGoBack({ ...moved, decision: 'kept' })]).toEqual([true, false, false])
  expect((['yes', 'by-phone', 'other', 'call', null] as const).map((answer) => hasAgreed({ answer }))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('a group is where it was put until it is taken back', () => {
  const [before, given] = ['2026-12-07T15:00:00Z', '2026-12-08T15:00:00Z']
  const times = { beforeStart: before, givenStart: given }
  expect(timesOf({ ...times, start: given, backAt: null })).toEqual({ now: { start: given }, was: { start: before } })
  expect(timesOf({ ...times, start: before, backAt: before })).toEqual({
    now: { start: before },
    was: { start: given },
  })
})

test('who needs something comes first, who is content last', () => {
  const rank = (answer: 'yes' | 'other' | 'call' | null, hasEmail = true) =>
    answerState({ answer, hasEmail }, words).rank
  expect([rank('call'), rank(null, false), rank(null), rank('yes')]).toEqual([0, 1, 2, 3])
})
