import { useState } from 'react'
import { useMay } from '../../../app/session.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import type { Told } from '../refusals.ts'
import type { Day } from '../shapes.ts'
import { ToldNotice } from '../told-notice.tsx'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { ChangeBlock } from './change-block.tsx'
import { useOpenBlock } from './use-open-block.ts'

type OpenedBlockProps = {
  readonly block: Day['blocks'][number]
  readonly names: Names
  readonly onClose: () => void
}

/** Why time is closed, for whom that concerns, and the ways to change it or open it again. */
export function OpenedBlock({ block, names, onClose }: OpenedBlockProps) {
  const { say } = useWords()
  const mayChange = useMay('schedule.block')
  const [told, tell] = useState<Told | null>(null)
  const [isChanging, setChanging] = useState(false)
  const openBlock = useOpenBlock(names, tell)
  const open = async () => {
    if (await openBlock(block)) onClose()
  }
  if (isChanging) return <ChangeBlock block={block} names={names} onClose={onClose} />
  const footer = (
    <>
      {mayChange && <Button onPress={() => setChanging(true)}>{say('blockChange')}</Button>}
      {mayChange && <Button onPress={() => void open()}>{say('unblockDo')}</Button>}
      <Button onPress={onClose}>{say('close')}</Button>
    </>
  )
  return (
    <Dialog isOpen onClose={onClose} title={block.reason ?? say('blockedTime')} footer={footer} size="sm">
      <div className={styles.form}>
        {told && <ToldNotice told={told} />}
        <p>
          {names.nameOf(block.resourceId)}, {names.of(block.resourceId).spanOf(block.start, block.end)}
        </p>
      </div>
    </Dialog>
  )
}
