import { useSite } from '../../app/site.ts'
import { formatMoment, Signal, type SignalKind } from '../../ui/index.ts'
import type { Connection } from './shapes.ts'
import { useWords } from './use-words.ts'

const signs: Readonly<Record<Connection['state'], SignalKind>> = {
  answers: 'ok',
  down: 'bad',
  'never-answered': 'quiet',
}

/** By the clock of the site that is looked at. */
export function useWhen(): (at: string) => string {
  const { locale } = useWords()
  const { timeZone } = useSite()
  return (at) => formatMoment(at, timeZone, locale)
}

/** How a connection is, in a word with its time. */
export function ConnectionState({ connection }: { readonly connection: Connection }) {
  const { say } = useWords()
  const when = useWhen()
  const { state, since, active } = connection
  if (!active) return <Signal kind="quiet">{say('notInUse')}</Signal>
  return <Signal kind={signs[state]}>{say(`is_${state}`, { when: since === null ? '' : when(since) })}</Signal>
}

/** By which way a payer is asked about cover, and how that one is. */
export function WayState({ way }: { readonly way: Connection | null }) {
  const { say } = useWords()
  if (way === null) return <Signal kind="warn">{say('noWay')}</Signal>
  if (way.kind === 'sftp' && way.state !== 'down') return <Signal kind="info">{say('byFile')}</Signal>
  return <ConnectionState connection={way} />
}
