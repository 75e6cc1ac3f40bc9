import { expect, test } from 'vitest'
import type { DayResource } from '../shapes.ts'
import { columnsOf, readColumns, toggled, withKind, writeColumns } from './chosen-columns.ts'

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`
const resource = (digit: number, kind: DayResource['kind']) => ({ id: id(digit), kind }) as DayResource // the rest takes no part
const all = [resource(1, 'practitioner'), resource(2, 'practitioner'), resource(3, 'room'), resource(4, 'interpreter')]
const clinicians = { kinds: ['practitioner'], ids: [] } as const

test('the address is read back as it was written, and nonsense in it is nothing', () => {
  const chosen = { kinds: ['practitioner', 'room'], ids: [id(4)] } as const
  expect(readColumns(writeColumns(chosen))).toEqual(chosen)
  expect(readColumns('lift,42')).toBeNull()
  expect(readColumns(undefined)).toBeNull()
})

test('one clinician less makes a list of the others, and all of them the kind again', () => {
  const less = toggled(clinicians, resource(2, 'practitioner'), all)
  expect(less).toEqual({ kinds: [], ids: [id(1)] })
  expect(toggled(less, resource(2, 'practitioner'), all)).toEqual(clinicians)
})

test('a whole kind takes its single ones in', () => {
  expect(withKind({ kinds: [], ids: [id(1), id(3)] }, 'practitioner', true, all)).toEqual({
    kinds: ['practitioner'],
    ids: [id(3)],
  })
})

test('clinicians, rooms, devices, interpreters; who is held stands there too', () => {
  const shown = columnsOf([...all].reverse(), { kinds: ['interpreter'], ids: [id(2), id(1)] }, [id(3)])
  expect(shown.map((one) => one.id)).toEqual([id(2), id(1), id(3), id(4)])
})
