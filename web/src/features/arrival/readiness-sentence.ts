import { formatCents } from '../../ui/index.ts'
import { formatShortDate } from './dates.ts'
import type { Words } from './use-words.ts'
import type { ReadinessItem } from './visit.ts'

/** What a readiness item says, as a sentence, and whether a made-up payer says so. `today` is the civil date at the site. */
export function readinessSentence(
  item: ReadinessItem,
  today: string,
  words: Words,
  kindNames: (kinds: string) => string,
): string {
  const sentence = plainSentence(item, today, words, kindNames)
  return item.isMadeUp ? `${sentence} (${words.say('madeUp')})` : sentence
}

function plainSentence(
  item: ReadinessItem,
  today: string,
  { say, locale }: Words,
  kindNames: (kinds: string) => string,
): string {
  const day = item.on === null ? null : formatShortDate(item.on, today, locale)
  const what = item.what ?? ''
  switch (item.code) {
    case 'identity':
      return say(item.state === 'ready' ? 'identity_ready' : 'identity_missing')
    case 'registration':
      return say('registration_missing')
    case 'contact':
      if (day === null) return say('contact_never')
      return say(item.state === 'ready' ? 'contact_ready' : 'contact_missing', { day })
    case 'coverage':
      if (item.by === 'payer') return say(saidOf(item), { what, day: day ?? '' })
      if (item.state === 'wrong') {
        // A plan that has not begun is wrong for the day as well, and has an end that lies ahead.
        const hasEnded = item.on !== null && item.on < today
        return hasEnded ? say('coverage_ended', { what, day: day ?? '' }) : say('coverage_outside', { what })
      }
      if (item.what === null) return say('coverage_none')
      if (item.state === 'ready') return say('coverage_ready', { what })
      return day === null ? say('coverage_never', { what }) : say('coverage_missing', { what, day })
    case 'consent':
      if (item.state === 'ready') return day === null ? say('consent_readyNoDay') : say('consent_ready', { day })
      return say('consent_missing', { what: kindNames(what) })
    case 'interpreter':
      return item.state === 'ready' ? say('interpreter_ready', { what }) : say('interpreter_wrong')
    case 'copay':
      return say(item.state === 'ready' ? 'copay_ready' : 'copay_missing', {
        amount: formatCents(item.amountCents ?? 0, 'USD', locale),
      })
  }
}

function saidOf({ state, isNotCovered }: ReadinessItem) {
  if (isNotCovered) return 'coverage_saidNotCovered'
  return state === 'wrong' ? 'coverage_saidNo' : 'coverage_saidYes'
}

/** The signal kind of an item: its word always stands beside it. */
export function itemKind(item: ReadinessItem): 'ok' | 'warn' | 'bad' {
  if (item.state === 'ready') return 'ok'
  return item.state === 'wrong' ? 'bad' : 'warn'
}
