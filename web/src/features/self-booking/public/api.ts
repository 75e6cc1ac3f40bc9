import type { CallInput, EndpointSpec, Refusal, Reply } from '@foyer/contract'

export type Answer<S extends EndpointSpec> =
  | { readonly ok: true; readonly value: Reply<S> }
  | { readonly ok: false; readonly refusal: Refusal<S> }

/** The server could not be reached, or would not go on; the word is the last part of the problem's type. */
export class AskError extends Error {}

/**
 * Asks an endpoint of the public pages. Types come from the contract, its code does not: what a phone loads stays small.
 * @throws AskError
 */
export async function ask<S extends EndpointSpec>(
  method: S['method'],
  organization: string,
  what: string,
  body?: Omit<CallInput<S>, 'organization'>,
): Promise<Answer<S>> {
  let response: Response
  try {
    response = await fetch(`/api/public/${encodeURIComponent(organization)}/${what}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  } catch {
    throw new AskError('offline')
  }
  const said = (await response.json().catch(() => ({}))) as Record<string, unknown>
  if (response.status === 409) return { ok: false, refusal: said['refusal'] as Refusal<S> }
  if (!response.ok) {
    const { type } = said
    throw new AskError((typeof type === 'string' ? type.split('/').at(-1) : undefined) ?? 'fault')
  }
  return { ok: true, value: said as Reply<S> }
}
