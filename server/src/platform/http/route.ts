import type { Body, EndpointSpec, LiveEvent, Params, Query, Refusal, Reply } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import type { Session } from '../auth/sessions.ts'
import type { Ctx } from '../context.ts'

export interface Input<S extends EndpointSpec> {
  readonly params: Params<S>
  readonly query: Query<S>
  readonly body: Body<S>
}

/** A document instead of JSON. */
export interface Media {
  readonly media: string
  readonly filename: string
  readonly bytes: Uint8Array
  /** Where it is asked for again and again: what is the same as before is not sent twice (RFC 9110, 13.1.2). */
  readonly etag?: string
  /** Bytes that somebody brought: no browser may run or guess at anything in them. */
  readonly isForeign?: boolean
  /** To be kept as a file and not shown. */
  readonly isAttachment?: boolean
}

/** What few handlers need of the connection itself. */
export interface Connection {
  readonly ip: string
  /** What the browser says it is, shortened. */
  readonly device: string
  /** Null for a system that shows a key. */
  readonly session: Session | null
  readonly csrf: string | null
  /** Whether the caller has what bears this tag already (`If-None-Match`). */
  has(etag: string): boolean
  setSessionCookie(organization: string, token: string): void
  clearSessionCookie(): void
  /** Turns the answer into a stream of events that lasts until the browser leaves or the server stops. */
  stream(join: (send: (event: LiveEvent) => void) => () => void): void
}

type ReplyOf<S extends EndpointSpec> = S extends { readonly media: string } ? Media | null : Reply<S>

export interface Route {
  readonly spec: EndpointSpec
  /** Anybody may call it, in the organization that its path names: see `guestRoute`. */
  readonly isGuest?: boolean
  readonly handle: (
    ctx: Ctx | null,
    input: never,
    connection: Connection,
  ) => Promise<Result<unknown, { reason: string }>>
}

/** A handler for somebody who is known: named steps and no rule of its own. */
export function route<S extends EndpointSpec>(
  spec: S,
  handle: (ctx: Ctx, input: Input<S>, connection: Connection) => Promise<Result<ReplyOf<S>, Refusal<S>>>,
): Route {
  return { spec, handle: handle as unknown as Route['handle'] }
}

/** A handler that anybody may call; it knows no organization until it finds one. */
export function publicRoute<S extends EndpointSpec & { readonly access: 'public' }>(
  spec: S,
  handle: (input: Input<S>, connection: Connection) => Promise<Result<ReplyOf<S>, Refusal<S>>>,
): Route {
  return {
    spec,
    handle: ((_: null, input: Input<S>, connection: Connection) =>
      handle(input, connection)) as unknown as Route['handle'],
  }
}

type OfOrganization = EndpointSpec & { readonly access: 'public'; readonly path: `/api/public/:organization/${string}` }

/**
 * A handler for somebody without an account, in the organization that the path names. What they do stands in the audit
 * trail as done by a patient, online.
 */
export function guestRoute<S extends OfOrganization>(
  spec: S,
  handle: (ctx: Ctx, input: Input<S>, connection: Connection) => Promise<Result<ReplyOf<S>, Refusal<S>>>,
): Route {
  return { spec, handle: handle as unknown as Route['handle'], isGuest: true }
}
