import { expect, test } from 'vitest'
import { variables } from '../platform/config.ts'
import { environmentHelp } from './environment-help.ts'

test('the help names every variable that is read', () => {
  expect(variables.filter((name) => !new RegExp(`\\b${name}\\b`).test(environmentHelp))).toEqual([])
  expect(variables).toContain('FOYER_PROCESSES')
})
