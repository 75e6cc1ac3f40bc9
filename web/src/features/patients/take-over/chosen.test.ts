import { expect, test } from 'vitest'
import { chosenOf } from './chosen.ts'

const email = { key: 'email', isNew: true, recorded: '' }
const employer = { key: 'employer', isNew: false, recorded: 'Riverside Mill' }

test('what is new is chosen, what differs is not, until somebody says so', () => {
  expect(chosenOf([email, employer], new Map())).toEqual([email])
  const picks = new Map([
    ['email', { isOn: false, over: '' }],
    ['employer', { isOn: true, over: 'Riverside Mill' }],
  ])
  expect(chosenOf([email, employer], picks)).toEqual([employer])
})

test('what a colleague writes meanwhile is not overwritten by what was picked before', () => {
  const picks = new Map([['employer', { isOn: true, over: '' }]])
  expect(chosenOf([employer], picks)).toEqual([])
})
