import { z } from 'zod'

type Json = { readonly [key: string]: unknown }

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Only the words the serializer needs: the shape, not the checks. */
function shapeOnly(schema: unknown): Json {
  if (!isJson(schema)) return {}
  if (Array.isArray(schema['anyOf'])) {
    const some = schema['anyOf'].filter((one) => !isJson(one) || one['type'] !== 'null')
    const [first] = some
    if (some.length === 1)
      return { ...shapeOnly(first), ...(some.length < schema['anyOf'].length ? { nullable: true } : {}) }
    return {}
  }
  if (schema['type'] === 'object' && isJson(schema['properties']))
    return {
      type: 'object',
      properties: Object.fromEntries(Object.entries(schema['properties']).map(([name, one]) => [name, shapeOnly(one)])),
      required: schema['required'] ?? [],
    }
  if (schema['type'] === 'object' && isJson(schema['additionalProperties']))
    return { type: 'object', additionalProperties: shapeOnly(schema['additionalProperties']) }
  if (schema['type'] === 'array') return { type: 'array', items: shapeOnly(schema['items']) }
  const type = schema['type'] ?? (schema['enum'] || schema['const'] ? 'string' : undefined)
  return type === undefined ? {} : { type }
}

/** JSON Schema by which an answer is written: fields that are not declared do not leave. */
export function replySchema(reply: z.ZodType): Json {
  return shapeOnly(z.toJSONSchema(reply, { io: 'output', unrepresentable: 'any' }))
}
