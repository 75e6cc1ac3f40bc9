import { practice, type Reply } from '@foyer/contract'
import { useSyncExternalStore } from 'react'
import { useAsk } from './ask.ts'
import { useLocale } from './catalog.ts'
import { useDateIn } from './clock.ts'
import { useMe } from './session.ts'

export type Practice = Reply<typeof practice.readPractice>
export type Site = Practice['sites'][number]

const key = 'foyer.site'
const listeners = new Set<() => void>()
let chosen: string | null | undefined

function readChosen(): string | null {
  if (chosen === undefined) {
    try {
      chosen = localStorage.getItem(key)
    } catch {
      chosen = null
    }
  }
  return chosen
}

/** The site this machine works for from now on. */
export function chooseSite(siteId: string): void {
  chosen = siteId
  try {
    localStorage.setItem(key, siteId)
  } catch {
    // Storage may be blocked: the choice then lasts until the page is left.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sites, resources, visit types and payers; undefined until they arrive. The shell waits for them. */
export function usePracticeAnswer() {
  return useAsk(practice.readPractice, {})
}

/** Sites, resources, visit types and payers; only for pages inside the shell. */
export function usePractice(): Practice {
  const { data } = usePracticeAnswer()
  if (!data) throw new Error('the practice is not loaded')
  return data
}

/** The sites that are open for work. */
export function useSites(): readonly Site[] {
  return usePractice().sites.filter((site) => site.active)
}

/** The current site: chosen on this machine, else the home site, else the first. */
export function useSite(): Site {
  const wanted = useSyncExternalStore(subscribe, readChosen)
  const home = useMe().staff.homeSiteId
  const sites = useSites()
  const site = sites.find(({ id }) => id === wanted) ?? sites.find(({ id }) => id === home) ?? sites[0]
  if (!site) throw new Error('the practice has no site')
  return site
}

/** The civil date (`YYYY-MM-DD`) at a site, by the clock. */
export function useToday(site: Pick<Site, 'timeZone'>): string {
  return useDateIn(site.timeZone)
}

/** Its city, or its name where it has no address. */
export function placeOf({ address, name }: Site): string {
  return address?.city ?? name
}

/** What a visit type is called in the reader's language, by its id; empty where there is none. */
export function useVisitTypeName(): (id: string) => string {
  const { visitTypes } = usePractice()
  const locale = useLocale()
  const byId = new Map(visitTypes.map((one) => [one.id, one]))
  return (id) => (locale === 'es' ? byId.get(id)?.nameEs : byId.get(id)?.name) ?? ''
}
