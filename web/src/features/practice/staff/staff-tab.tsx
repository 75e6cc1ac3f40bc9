import { practice } from '@foyer/contract'
import { useEffect } from 'react'
import { refresh, useAsk } from '../../../app/ask.ts'
import { onLive } from '../../../app/live.ts'
import { useMay } from '../../../app/session.ts'
import { Answer } from '../../../app/states.tsx'
import { Notice } from '../../../ui/index.ts'
import page from '../practice.module.css'
import type { Colleague } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { KeyList } from './key-list.tsx'
import { StaffTable } from './staff-table.tsx'

/** A key of another system is a member of staff without a person. */
function isKey({ role, email }: Colleague): boolean {
  return role === 'integrator' && email.endsWith('@keys.invalid')
}

export function StaffTab() {
  const { say } = useWords()
  const mayRead = useMay('staff.read')
  const list = useAsk(practice.listStaff, {}, { isEnabled: mayRead })
  useEffect(
    () =>
      onLive(({ type }) => {
        if (type.startsWith('staff.')) void refresh(practice.listStaff)
      }),
    [],
  )
  if (!mayRead) {
    return (
      <Notice kind="info" title={say('staffNotReadTitle')}>
        {say('staffNotRead')}
      </Notice>
    )
  }
  return (
    <Answer of={list}>
      {({ staff }) => (
        <div className={page.part}>
          <StaffTable staff={staff.filter((one) => !isKey(one))} />
          <KeyList keys={staff.filter(isKey)} />
        </div>
      )}
    </Answer>
  )
}
