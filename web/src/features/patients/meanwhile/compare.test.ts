import { expect, test } from 'vitest'
import { choose, fieldOf, meet, sideOf } from './compare.ts'

interface Draft {
  readonly pronouns: string | null
  readonly sex: string
  readonly race: readonly string[] | null
}

const text = (value: unknown) => (value === null ? null : JSON.stringify(value))
const pronouns = fieldOf<Draft, 'pronouns'>('pronouns', 'Pronouns', text)
const sex = fieldOf<Draft, 'sex'>('sex', 'Sex', text)
const race = fieldOf<Draft, 'race'>('race', 'Race', text)
const fields = [pronouns, sex, race]
const was: Draft = { pronouns: null, sex: 'unknown', race: null }

test('what only they changed is taken over, what only I changed stays, and only what differs is shown', () => {
  const mine = { ...was, pronouns: 'they/them' }
  const theirs = { ...was, sex: 'female' }
  const { draft, meeting } = meet(fields, { was, theirs, mine })
  expect(draft).toEqual({ pronouns: 'they/them', sex: 'female', race: null })
  expect(meeting.keys).toEqual(['sex'])
  expect(sideOf(sex, meeting, draft)).toBe('theirs')
})

test('what both changed stays mine, and is open until somebody says so', () => {
  const mine = { ...was, pronouns: 'they/them' }
  const theirs = { ...was, pronouns: 'she/her' }
  const { draft, meeting } = meet(fields, { was, theirs, mine })
  expect(draft.pronouns).toBe('they/them')
  expect(sideOf(pronouns, meeting, draft)).toBeNull()
  const taken = choose(pronouns, meeting, draft, 'theirs')
  expect(taken.draft.pronouns).toBe('she/her')
  expect(sideOf(pronouns, taken.meeting, taken.draft)).toBe('theirs')
  const back = choose(pronouns, taken.meeting, taken.draft, 'mine')
  expect(back.draft.pronouns).toBe('they/them')
  expect(sideOf(pronouns, back.meeting, back.draft)).toBe('mine')
})

test('what was typed after theirs was seen comes back when mine is kept', () => {
  const { meeting } = meet(fields, { was, theirs: { ...was, sex: 'female' }, mine: { ...was, sex: 'male' } })
  const taken = choose(sex, meeting, { ...was, sex: 'other' }, 'theirs')
  expect(choose(sex, taken.meeting, taken.draft, 'mine').draft.sex).toBe('other')
})

test('where both say the same, or nothing in other words, nothing is asked', () => {
  const mine = { pronouns: ' she/her ', sex: 'unknown', race: [] }
  const theirs = { pronouns: 'she/her', sex: 'unknown', race: null }
  expect(meet(fields, { was, theirs, mine }).meeting.keys).toEqual([])
})
