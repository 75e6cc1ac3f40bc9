import { practice } from '@foyer/contract'
import { useAsk } from '../../app/ask.ts'
import { useMay } from '../../app/session.ts'
import { Notice } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

/** Says whom to ask: by name for those who may read the list of staff. */
export function ReadOnlyNote() {
  const { say, locale } = useWords()
  const { data } = useAsk(practice.listStaff, {}, { isEnabled: useMay('staff.read') })
  const managers = (data?.staff ?? []).filter(({ role, active }) => role === 'manager' && active)
  const names = new Intl.ListFormat(locale, { type: 'disjunction' }).format(managers.map(({ name }) => name))
  return (
    <Notice kind="info" title={say('readOnlyTitle')}>
      {names === '' ? say('readOnlyAsk') : say('readOnlyAskNames', { names })}
    </Notice>
  )
}
