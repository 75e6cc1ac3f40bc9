import ssh2 from 'ssh2'
import { expect, test } from 'vitest'
import { newHostKey } from './host-key.ts'

test('every key can be read by the server that is to show it', () => {
  const keys = Array.from({ length: 1000 }, () => ssh2.utils.parseKey(newHostKey()))
  expect(keys.filter((key) => key instanceof Error)).toEqual([])
})
