import { Button, Notice } from '../../ui/index.ts'
import type { Told } from './refusals.ts'
import { useWords } from './words.ts'

type ToldNoticeProps = { readonly told: Told; readonly onOpenVisit?: (appointmentId: string) => void }

export function ToldNotice({ told, onOpenVisit }: ToldNoticeProps) {
  const { say } = useWords()
  const { appointmentId } = told
  const action = appointmentId && onOpenVisit && (
    <Button size="sm" onPress={() => onOpenVisit(appointmentId)}>
      {say('busyOpen')}
    </Button>
  )
  return (
    <Notice kind={told.kind} title={told.title} action={action}>
      {told.text}
    </Notice>
  )
}
