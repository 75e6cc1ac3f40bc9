import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { instant } from '../shapes.ts'
import { repairAnswer } from './shapes.ts'

/** What somebody who holds the link of a message sees: when and where, and nothing about health. */
const publicVisit = z.object({
  practice: z.string(),
  site: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  timeZone: z.string(),
  start: instant,
  before: instant,
  telehealth: z.boolean(),
  /** False when it was cancelled or is over: nothing is asked any more. */
  isOpen: z.boolean(),
  answer: repairAnswer.nullable(),
  language: z.enum(['en', 'es']),
})

/** The secret of a link. It stands behind the # of the page and in the body here: addresses are written into logs. */
const ofToken = { token: z.string().min(20).max(200) }

export const readAnswer = endpoint({
  method: 'POST',
  path: '/api/answers/read',
  summary: 'The moved visit a link stands for',
  access: 'public',
  audit: 'repair.answer',
  perMinute: 30,
  body: z.object(ofToken),
  reply: publicVisit,
})

export const giveAnswer = endpoint({
  method: 'POST',
  path: '/api/answers',
  summary: 'The patient answers: the new time is good, another is needed, or please call',
  access: 'public',
  audit: 'repair.answer',
  perMinute: 30,
  body: z.object({ ...ofToken, answer: repairAnswer.exclude(['by-phone']) }),
  reply: publicVisit,
  refusals: { 'not-open': z.object({}) },
})
