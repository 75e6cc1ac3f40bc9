import { practice, scheduling } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import { tellFault, type Told } from '../refusals.ts'
import type { Day } from '../shapes.ts'
import { ToldNotice } from '../told-notice.tsx'
import { closeAgain } from '../undo/close-again.ts'
import { offerUndo } from '../undo/undo-store.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type OpenedBlockProps = {
  readonly block: Day['blocks'][number]
  readonly names: Names
  readonly onClose: () => void
}

/** Why time is closed, and the way to open it again. */
export function OpenedBlock({ block, names, onClose }: OpenedBlockProps) {
  const { say } = useWords()
  const mayChange = useMay('schedule.block')
  const remove = useAct(practice.removeBlock)
  const close = useAct(practice.blockTime)
  const [told, tell] = useState<Told | null>(null)
  const open = async () => {
    if (remove.isPending) return
    try {
      const answer = await remove.act({ blockId: block.id })
      const name = names.nameOf(block.resourceId)
      if (answer.ok)
        offerUndo(say('unblocked', { name }), say('undoKey'), () =>
          closeAgain(answer.value, { close: close.act, say, name }),
        )
      onClose()
    } catch (error) {
      tell(tellFault(error, say))
    }
    void refresh(scheduling.readDay, scheduling.findOpenings)
  }
  const footer = (
    <>
      {mayChange && <Button onPress={() => void open()}>{say('unblockDo')}</Button>}
      <Button onPress={onClose}>{say('close')}</Button>
    </>
  )
  return (
    <Dialog isOpen onClose={onClose} title={block.reason} footer={footer} size="sm">
      <div className={styles.form}>
        {told && <ToldNotice told={told} />}
        <p>
          {names.nameOf(block.resourceId)}, {names.whenOf(block.start)}–{names.timeOf(block.end)}
        </p>
      </div>
    </Dialog>
  )
}
