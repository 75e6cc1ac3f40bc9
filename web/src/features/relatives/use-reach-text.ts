import { conceptText, contactWayWords, formatPhone, kinText, type ReachNote } from '@foyer/patients'
import { useWords } from './use-words.ts'

/** A note in words that say what to do; `short` for where one line must do. */
export function useReachText(): (note: ReachNote, length?: 'full' | 'short') => string {
  const { say, locale } = useWords()
  return (note, length = 'full') => {
    switch (note.kind) {
      case 'only-by':
        return say('onlyBy', { ways: note.ways.map((way) => conceptText(contactWayWords, way, locale)).join(', ') })
      case 'call-only':
        return say('callOnly', { to: formatPhone(note.value) })
      case 'write-only':
        return say('writeOnly', { to: note.value })
      case 'letter-only':
        return say('letterOnly', { to: note.value })
      case 'no-message':
        return say('noMessage')
      case 'remark':
        return note.text
      case 'shared': {
        const who = note.with === null ? say('sharedOthers') : kinText(note.with, locale)
        if (length === 'short') return say('sharedShort', { who })
        return note.system === 'phone'
          ? say('sharedPhone', { who, value: formatPhone(note.value) })
          : say('sharedEmail', { who, value: note.value })
      }
    }
  }
}
