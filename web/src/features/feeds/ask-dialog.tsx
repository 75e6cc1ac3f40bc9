import { feeds } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { ConfirmDialog, Notice, showToast } from '../../ui/index.ts'
import type { Feed } from './shapes.ts'
import { useWords } from './words.ts'

export interface Ask {
  readonly kind: 'rotate' | 'end' | 'names'
  readonly feed: Feed
}

export interface AskDialogProps {
  readonly ask: Ask
  readonly onClose: () => void
  readonly onMade: (made: { readonly name: string; readonly path: string }) => void
}

/** What changes who can read a calendar is asked once more. */
export function AskDialog({ ask: { kind, feed }, onClose, onMade }: AskDialogProps) {
  const { say } = useWords()
  const rotate = useAct(feeds.rotateFeed)
  const end = useAct(feeds.endFeed)
  const change = useAct(feeds.changeFeed)
  const [failed, setFailed] = useState(false)
  const { id: feedId, name, withPatients } = feed
  const forbids = kind === 'names' && withPatients

  const act = {
    rotate: async () => {
      const made = await rotate.act({ feedId })
      if (made.ok) onMade(made.value)
    },
    end: async () => {
      await end.act({ feedId })
      showToast({ text: say('ended', { name }), kind: 'ok' })
      onClose()
    },
    names: async () => {
      await change.act({ feedId, withPatients: !withPatients })
      showToast({ text: say('changed', { name }), kind: 'ok' })
      onClose()
    },
  }
  const go = async () => {
    setFailed(false)
    try {
      await act[kind]()
      await refresh(feeds.listFeeds)
    } catch {
      setFailed(true)
    }
  }
  const label = kind === 'names' ? (forbids ? 'forbid' : 'allow') : kind
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={forbids ? say('forbidNamed', { name }) : say(kind === 'names' ? 'allowTitle' : `${kind}Title`, { name })}
      confirmLabel={say(label)}
      onConfirm={() => void go()}
      isPending={rotate.isPending || end.isPending || change.isPending}
      isDanger={kind === 'end'}
    >
      {failed && <Notice kind="bad">{say('faulted')}</Notice>}
      {forbids ? null : <p>{say(kind === 'names' ? 'allowText' : `${kind}Text`)}</p>}
    </ConfirmDialog>
  )
}
