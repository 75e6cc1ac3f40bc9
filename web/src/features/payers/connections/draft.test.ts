import { expect, test } from 'vitest'
import { bodyOf, draftOf, settingsOf } from './draft.ts'

const whole = {
  ...draftOf(null),
  name: ' House ',
  address: 'https://payer.example',
  senderId: 'A',
  receiverId: 'B',
}

test('nothing is sent while a part is missing', () => {
  expect(bodyOf(draftOf(null))).toBeNull()
  expect(bodyOf({ ...whole, secret: 'password', word: 'x' })).toBeNull()
  expect(bodyOf({ ...whole, settings: 'no sign' })).toBeNull()
  expect(bodyOf(whole)).toMatchObject({ name: 'House', secret: null, usage: 'T' })
})

test('a secret goes out only where a new one was written', () => {
  expect(bodyOf({ ...whole, secret: 'kept' })?.secret).toBe('kept')
  expect(bodyOf({ ...whole, secret: 'token', word: 't' })?.secret).toEqual({ kind: 'token', token: 't' })
  expect(bodyOf({ ...whole, secret: 'key', user: 'me', word: 'k' })?.secret).toEqual({
    kind: 'key',
    user: 'me',
    privateKey: 'k',
  })
})

test('settings are lines, and a value may hold the sign itself', () => {
  expect(settingsOf('hostKey = SHA256:ab=\n\n out=up ')).toEqual({ hostKey: 'SHA256:ab=', out: 'up' })
})

test('a place for files is written with the key that its server has to show, which stands in a field of its own', () => {
  const files = { ...whole, kind: 'sftp', settings: 'out = up' } as const
  expect(bodyOf(files)).toBeNull()
  const body = bodyOf({ ...files, hostKey: ' SHA256:ab= ' })
  expect(body?.settings).toEqual({ out: 'up', hostKey: 'SHA256:ab=' })
  expect(bodyOf({ ...whole, hostKey: 'SHA256:ab=' })?.settings).toEqual({})
})
