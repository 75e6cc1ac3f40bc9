import type { Locale } from '../../app/catalog.ts'
import { words } from './actions/words.ts'

/** An audit name in words; a name that has none stands as it is. */
export function actionText(action: string, locale: Locale): string {
  const known: Readonly<Record<string, string>> = words[locale]
  return known[action.replaceAll('.', '_')] ?? action
}
