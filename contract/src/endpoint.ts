import type { z } from 'zod'
import type { Permission } from './roles.ts'

/** Who may call: anybody, anybody signed in (even with a locked screen for `locked`), or holders of a permission. */
export type Access = 'public' | 'locked' | 'signed-in' | Permission

type Fields = z.ZodObject

export interface EndpointSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with `:name` for each field of `params`. */
  readonly path: `/api/${string}`
  readonly summary: string
  readonly access: Access
  /**
   * The name under which a call stands in the audit trail, or null where neither data of a patient nor a right is
   * touched. The handler adds which patients were concerned.
   */
  readonly audit: string | null
  /** Set where a page asks again and again: a good answer that named no patient leaves no entry. */
  readonly auditOnlyPatients?: boolean
  readonly params?: Fields
  readonly query?: Fields
  readonly body?: z.ZodType
  /** The JSON body of a 200 answer. Fields that are not declared never leave the server. */
  readonly reply: z.ZodType
  /** Set where the answer is a document or a stream and not JSON. */
  readonly media?: string
  /** What the rules may answer instead, as 409: `{ refusal: { reason, …details } }`. */
  readonly refusals?: Readonly<Record<string, Fields>>
  /**
   * Set where somebody who may not open a restricted record may name it all the same, to ask for it. Every other call
   * that names a patient passes the gate first.
   */
  readonly opensRestricted?: boolean
  /**
   * Set where a write may name a record that leads to another, and says itself what then. Every other write is told to
   * go to the survivor.
   */
  readonly takesMerged?: boolean
  /** Most bytes of the body, where it may be larger than usual (256 KiB). */
  readonly bodyBytes?: number
  /** Most calls in a minute from one address. */
  readonly perMinute?: number
  /** False where a POST only asks (a search with a large question) and needs no Idempotency-Key. */
  readonly writes?: boolean
}

/** One endpoint of the API. The list of them is the contract: server, client, documents and tests derive from it. */
export function endpoint<const S extends EndpointSpec>(spec: S): S {
  return spec
}

type FieldOf<S, K extends keyof EndpointSpec, Side extends 'in' | 'out'> = S extends { readonly [P in K]: infer T }
  ? T extends z.ZodType
    ? Side extends 'in'
      ? z.input<T>
      : z.output<T>
    : Record<never, never>
  : Record<never, never>

/** What a caller writes. */
export type CallInput<S extends EndpointSpec> = FieldOf<S, 'params', 'in'> &
  FieldOf<S, 'query', 'in'> &
  FieldOf<S, 'body', 'in'>
/** What a handler gets after validation, defaults filled in. */
export type Params<S extends EndpointSpec> = FieldOf<S, 'params', 'out'>
export type Query<S extends EndpointSpec> = FieldOf<S, 'query', 'out'>
export type Body<S extends EndpointSpec> = FieldOf<S, 'body', 'out'>
/** zod reads an object without fields as one that can have none; here it only means that nothing is promised. */
type Plain<T> = T extends Record<string, never> ? object : T

export type Reply<S extends EndpointSpec> = Plain<z.output<S['reply']>>
export type Refusal<S extends EndpointSpec> = S extends { readonly refusals: infer R extends Record<string, Fields> }
  ? { [K in keyof R & string]: { reason: K } & Plain<z.output<R[K]>> }[keyof R & string]
  : never

export function isWrite(spec: EndpointSpec): boolean {
  return spec.writes ?? spec.method !== 'GET'
}
