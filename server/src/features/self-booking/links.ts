import { keysOf } from './step.ts'

/** Addresses of the public pages, as they stand in messages; null where nobody knows this server's address outside. */
export interface Links {
  readonly book: (slug: string) => string | null
  readonly visit: (slug: string, appointmentId: string) => string | null
}

export function publicPath(slug: string): string {
  return `/book/${slug}`
}

export function openLinks(publicUrl: string | null, secret: string): Links {
  const base = publicUrl?.replace(/\/$/, '') ?? null
  return {
    book: (slug) => (base === null ? null : `${base}${publicPath(slug)}`),
    // After the number sign: what stands there is sent to no server and stands in no log.
    visit: (slug, id) =>
      base === null ? null : `${base}${publicPath(slug)}#${keysOf(secret, { slug }).visitSecret(id)}`,
  }
}
