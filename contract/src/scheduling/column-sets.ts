import { z } from 'zod'
import { changeOf } from '../changes.ts'
import { endpoint } from '../endpoint.ts'
import { done, id, text } from '../shapes.ts'

/** Columns of the calendar that belong together; `shared` ones are for everybody. */
export const columnSet = z.object({
  id,
  siteId: id,
  name: z.string(),
  resourceIds: z.array(id),
  shared: z.boolean(),
})

export const listColumnSets = endpoint({
  method: 'GET',
  path: '/api/column-sets',
  summary: 'The caller’s own column sets of the calendar and those for everybody',
  access: 'schedule.read',
  audit: null,
  reply: z.object({ columnSets: z.array(columnSet) }),
})

const body = z.object({
  siteId: id,
  name: text(60),
  resourceIds: z.array(id).min(1).max(200),
  /** For everybody; needs the right to share. */
  shared: z.boolean().default(false),
})

const refusals = {
  /** Shared sets belong to whoever may share them. */
  'not-yours-to-share': z.object({}),
  'too-many-sets': z.object({ most: z.int() }),
} as const

export const addColumnSet = endpoint({
  method: 'POST',
  path: '/api/column-sets',
  summary: 'Keep a set of calendar columns under a name',
  access: 'schedule.read',
  audit: null,
  body,
  reply: columnSet,
  refusals,
})

export const changeColumnSet = endpoint({
  method: 'PUT',
  path: '/api/column-sets/:columnSetId',
  summary: 'Change a column set: its name, its columns, who sees it',
  access: 'schedule.read',
  audit: null,
  params: z.object({ columnSetId: id }),
  /** A field left out stays as it is. */
  body: changeOf(body),
  reply: columnSet,
  refusals,
})

export const removeColumnSet = endpoint({
  method: 'DELETE',
  path: '/api/column-sets/:columnSetId',
  summary: 'Remove a column set',
  access: 'schedule.read',
  audit: null,
  params: z.object({ columnSetId: id }),
  reply: done,
  refusals: { 'not-yours-to-share': z.object({}) },
})
