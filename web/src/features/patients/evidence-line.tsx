import { reasonText } from '@foyer/patients'
import { StateMark } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

const doubts = new Set(['different', 'near'])

/** One reason for or against, in words. */
export function EvidenceLine({ field, outcome }: { readonly field: string; readonly outcome: string }) {
  const { locale } = useWords()
  const text = reasonText(field, outcome, locale.startsWith('es') ? 'es' : 'en')
  if (text === null) return null
  const kind = field === 'rule' ? 'info' : doubts.has(outcome) ? 'bad' : outcome === 'same' ? 'ok' : 'warn'
  return (
    <li>
      <StateMark kind={kind} label={text} showLabel />
    </li>
  )
}
