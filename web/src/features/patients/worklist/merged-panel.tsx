import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { useSite } from '../../../app/site.ts'
import { Button, ConfirmDialog, formatDateAt, Notice, Panel, showToast } from '../../../ui/index.ts'
import type { PatientRecord } from '../shapes.ts'
import { TwoIdentifiers } from '../two-identifiers.tsx'
import { useUnmerge } from './use-unmerge.ts'
import { useWords } from './use-words.ts'
import styles from './worklist.module.css'

/** Which records lead here, each with the way back. */
export function MergedPanel({ record }: { readonly record: PatientRecord }) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const { unmerge, isPending } = useUnmerge()
  const [asked, setAsked] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  if (record.merged.length === 0) return null
  const named = record.merged.find(({ mergeId }) => mergeId === asked)
  const takeApart = async (mergeId: string) => {
    setFailure(null)
    try {
      const done = await unmerge(mergeId)
      if (done.ok) showToast(done.value)
      else setFailure(done.error)
    } catch {
      setFailure(say('faulted'))
    }
    setAsked(null)
  }
  return (
    <Panel title={say('mergedTitle')}>
      {failure && <Notice kind="bad">{failure}</Notice>}
      {record.merged.map((one) => {
        const date = formatDateAt(one.mergedAt, timeZone, locale)
        return (
          <div key={one.mergeId} className={styles.mergedLine}>
            <p className={styles.facts}>
              <b>{displayName(one.name)}</b> · <TwoIdentifiers person={one} /> ·{' '}
              {one.mergedBy === null
                ? say('mergedLineNobody', { date })
                : say('mergedLine', { date, name: one.mergedBy })}
            </p>
            {record.can.merge && (
              <Button size="sm" onPress={() => setAsked(one.mergeId)}>
                {say('takeApart')}
              </Button>
            )}
          </div>
        )
      })}
      {named && (
        <ConfirmDialog
          isOpen
          onClose={() => setAsked(null)}
          title={say('takeApartTitle')}
          confirmLabel={say('takeApart')}
          onConfirm={() => void takeApart(named.mergeId)}
          isPending={isPending}
        >
          {say('takeApartText', { name: displayName(named.name), mrn: named.mrn })}
        </ConfirmDialog>
      )}
    </Panel>
  )
}
