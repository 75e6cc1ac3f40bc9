import { z } from 'zod'
import { changeOf } from '../changes.ts'
import { endpoint } from '../endpoint.ts'
import { date, done, id, text } from '../shapes.ts'

/** A date on which one site, or where `siteId` is null the whole practice, is closed. */
export const holiday = z.object({ id, date, name: z.string(), siteId: id.nullable() })

/** With how many visits are booked on it and stay, of the sites that it closes. */
const kept = holiday.extend({ booked: z.int() })

const fields = z.object({ date, name: text(80), siteId: id.nullable().default(null) })

export const suggestHolidays = endpoint({
  method: 'GET',
  path: '/api/holidays/suggestions',
  summary: 'Holidays of a country or state in a year, to choose from',
  access: 'practice.change',
  audit: null,
  query: z.object({
    /** ISO 3166-1. */
    country: z.string().regex(/^[A-Z]{2}$/),
    /** The part after the country in ISO 3166-2. */
    state: z
      .string()
      .regex(/^[A-Z0-9]{1,3}$/)
      .optional(),
    year: z.coerce.number().int().min(2020).max(2060),
  }),
  reply: z.object({
    suggestions: z.array(
      z.object({
        date,
        name: z.string(),
        nameEs: z.string(),
        kind: z.enum(['public', 'bank', 'optional', 'school', 'observance']),
      }),
    ),
  }),
})

export const addHolidays = endpoint({
  method: 'POST',
  path: '/api/holidays',
  summary: 'Close the practice or a site on dates',
  access: 'practice.change',
  audit: 'holiday.add',
  body: z.object({ holidays: z.array(fields).min(1).max(60) }),
  reply: z.object({ holidays: z.array(kept) }),
  refusals: { 'holiday-known': z.object({ date }) },
})

export const changeHoliday = endpoint({
  method: 'PUT',
  path: '/api/holidays/:holidayId',
  summary: 'Change name, date or site of a holiday',
  access: 'practice.change',
  audit: 'holiday.change',
  params: z.object({ holidayId: id }),
  /** A field left out stays as it is. */
  body: changeOf(fields),
  reply: kept,
  refusals: { 'holiday-known': z.object({ date }) },
})

export const removeHoliday = endpoint({
  method: 'DELETE',
  path: '/api/holidays/:holidayId',
  summary: 'Open on a holiday after all',
  access: 'practice.change',
  audit: 'holiday.remove',
  params: z.object({ holidayId: id }),
  reply: done,
})
