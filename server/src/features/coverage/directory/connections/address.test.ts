import { expect, test } from 'vitest'
import { addressFault } from './address.ts'

test.each([
  ['rest', 'https://payer.example/x12', null],
  ['core-soap', 'http://127.0.0.1:4000/core', null],
  ['core-mime', 'http://[::1]:4000/', null],
  ['sftp', 'sftp://files.payer.example:2222/practice', null],
  ['rest', 'http://payer.example/x12', 'not-encrypted'],
  ['rest', 'http://127.0.0.1.payer.example/', 'not-encrypted'],
  ['sftp', 'https://payer.example/', 'of-another-kind'],
  ['rest', 'sftp://payer.example/', 'of-another-kind'],
  ['rest', 'https://me:word@payer.example/', 'holds-a-secret'],
  ['rest', 'ftp://payer.example/', 'not-an-address'],
  ['rest', 'file:///etc/passwd', 'not-an-address'],
  ['sftp', 'sftp:///folder', 'not-an-address'],
  ['rest', 'payer.example', 'not-an-address'],
] as const)('%s by %s: %s', (kind, address, fault) => {
  expect(addressFault(kind, address)).toBe(fault)
})
