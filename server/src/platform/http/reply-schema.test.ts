import fastify from 'fastify'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { replySchema } from './reply-schema.ts'

async function sent(reply: z.ZodType, value: unknown): Promise<unknown> {
  const app = fastify()
  app.get('/', { schema: { response: { 200: replySchema(reply) } } }, () => value)
  const answer = await app.inject('/')
  await app.close()
  return answer.json()
}

test('what is declared leaves, and nothing else', async () => {
  const reply = z.object({ id: z.string(), inner: z.object({ at: z.string().nullable() }) })
  expect(await sent(reply, { id: 'a', secret: 's', inner: { at: null, secret: 's' } })).toEqual({
    id: 'a',
    inner: { at: null },
  })
})

test('words of which only the kind is declared leave with what they name', async () => {
  const reply = z.object({ settings: z.record(z.string().regex(/^[a-z]+$/i), z.string()), of: z.array(z.int()) })
  const value = { settings: { hostKey: 'SHA256:ab', out: 'up' }, of: [1, 2] }
  expect(await sent(reply, value)).toEqual(value)
  const inner = z.object({ by: z.record(z.string(), z.object({ count: z.int() })) })
  expect(await sent(inner, { by: { one: { count: 1, secret: 's' } } })).toEqual({ by: { one: { count: 1 } } })
})
