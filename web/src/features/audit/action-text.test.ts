import { endpoints } from '@foyer/contract'
import { expect, test } from 'vitest'
import { actionText } from './action-text.ts'

test('every audit name of the contract has words in both languages', () => {
  const names = [...new Set([...endpoints.values()].flatMap((spec) => spec.audit ?? []))]
  expect(names.filter((name) => actionText(name, 'en') === name || actionText(name, 'es') === name)).toEqual([])
})

test('what the system does by itself has words too', () => {
  const names = ['message.send', 'eligibility.answer', 'demo.seed']
  expect(names.filter((name) => actionText(name, 'en') === name || actionText(name, 'es') === name)).toEqual([])
})

test('a name without words stands as it is', () => {
  expect(actionText('import.coverage', 'en')).toBe('import.coverage')
})
