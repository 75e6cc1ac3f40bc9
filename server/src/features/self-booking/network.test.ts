import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:42::7', '2001:db8:0:42'],
  ['2001:0DB8::42:1:2:3:4', '2001:db8:0:42'],
  ['2001:db8:0:42:aaaa:bbbb:cccc:dddd', '2001:db8:0:42'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s belongs to %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network)
})

test('another network is another', () => {
  expect(networkOf('2001:db8:0:43::7')).not.toBe(networkOf('2001:db8:0:42::7'))
})
