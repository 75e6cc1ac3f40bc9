import { expect, test } from 'vitest'
import type { Importer } from './rooms.ts'
import { edgesBetweenRooms, roomOf, withoutImplied } from './rooms.ts'

test.each([
  ['packages/kernel/src/time.ts', 'packages/kernel'],
  ['contract/src/patients.ts', 'contract'],
  ['server/src/features/patients/store.ts', 'server/features/patients'],
  ['server/src/platform/audit/seal.ts', 'server/platform'],
  ['server/src/app.ts', 'server/app'],
  ['server/bin/foyer.mjs', 'server/app'],
  ['web/src/ui/button.tsx', 'web/ui'],
  ['web/src/app/router.tsx', 'web/app'],
  ['e2e/src/browser.ts', 'e2e'],
])('%s lies in %s', (source, room) => {
  expect(roomOf(source)).toBe(room)
})

test.each([
  'tools/map.ts',
  'packages/kernel/src/time.test.ts',
  'server/src/platform/testing/database.ts',
  'node_modules/pg/lib/index.js',
])('%s is not drawn', (source) => {
  expect(roomOf(source)).toBeUndefined()
})

test('imports between files become one edge between rooms, none within a room', () => {
  const modules = [
    imports('web/src/app/a.ts', 'web/src/ui/b.ts', 'web/src/app/c.ts'),
    imports('web/src/app/c.ts', 'web/src/ui/d.ts'),
  ]
  expect(edgesBetweenRooms(modules)).toEqual([{ from: 'web/app', to: 'web/ui' }])
})

test('an implied arrow is left out, a circle keeps its reachability', () => {
  const line = [edge('a', 'b'), edge('a', 'c'), edge('b', 'c')]
  expect(withoutImplied(line)).toEqual([edge('a', 'b'), edge('b', 'c')])
  const circle = [edge('a', 'b'), edge('b', 'a')]
  expect(withoutImplied(circle)).toEqual(circle)
})

function edge(from: string, to: string) {
  return { from, to }
}

function imports(source: string, ...targets: string[]): Importer {
  return { source, dependencies: targets.map((resolved) => ({ resolved })) }
}
