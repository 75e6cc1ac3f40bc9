import { z } from 'zod'

type Changing<S extends z.ZodRawShape> = {
  [K in keyof S]: S[K] extends z.ZodDefault<infer T> ? z.ZodOptional<T> : S[K]
}

/** The body of a change: what is filled in when something is added and a field left out stays as it is here. */
export function changeOf<S extends z.ZodRawShape>(body: z.ZodObject<S>): z.ZodObject<Changing<S>> {
  const fields = Object.entries(body.shape).map(([name, field]) => [
    name,
    field instanceof z.ZodDefault ? z.optional(field.unwrap()) : field,
  ])
  return z.object(Object.fromEntries(fields) as Changing<S>)
}
