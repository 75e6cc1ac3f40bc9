import { useEffect, useRef, useState } from 'react'
import { VisuallyHidden } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import { type Board, visitName } from '../visit.ts'
import { boardChanges } from './board-changes.ts'
import type { Steps } from './use-steps.ts'

/** Says what colleagues did: "Maria Nguyen: arrived". What this browser did is said by its own message. */
export function BoardAnnouncer({ told, isOwn }: { readonly told: Board | undefined; readonly isOwn: Steps['isOwn'] }) {
  const { say } = useWords()
  const before = useRef<Board | undefined>(undefined)
  const [text, setText] = useState('')
  useEffect(() => {
    const changes = before.current && told ? boardChanges(before.current, told) : []
    before.current = told
    const news = changes.filter(({ visit }) => !isOwn(visit.appointmentId, visit.status))
    if (news.length === 0) return
    setText(
      news
        .map(({ visit }) => say('said', { name: visitName(visit), status: say(`status_${visit.status}`) }))
        .join('. '),
    )
  }, [told, isOwn, say])
  return (
    <VisuallyHidden>
      <span role="status">{text}</span>
    </VisuallyHidden>
  )
}
