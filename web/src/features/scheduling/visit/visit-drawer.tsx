import { scheduling } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { useNow } from '../../../app/clock.ts'
import { useMay } from '../../../app/session.ts'
import { Answer } from '../../../app/states.tsx'
import { Button, buttonClass, Drawer, Kbd, useShortcuts } from '../../../ui/index.ts'
import { GoesTo } from '../../coverage/index.ts'
import { WhoPays } from '../../estimates/index.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { CancelRestDialog } from './cancel-rest-dialog.tsx'
import type { Appointment } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useNoShow } from './use-no-show.ts'
import { VisitFacts } from './visit-facts.tsx'
import type { Part, Whole } from './whole.ts'
import { useWords } from '../words.ts'

type VisitDrawerProps = {
  readonly appointmentId: string
  readonly names: Names
  readonly onClose: () => void
  /** Another visit of the same series or chain. */
  readonly onOpen: (appointmentId: string) => void
  readonly onCancelled: () => void
  readonly onMove: (appointment: Appointment) => void
  readonly onCheckIn: (appointmentId: string) => void
}

/** What is asked before it is done: about the visit as it was when somebody asked for it, whatever is read meanwhile. */
type Asking =
  | { readonly about: 'visit'; readonly appointment: Appointment }
  | { readonly about: 'rest'; readonly appointment: Appointment; readonly whole: Whole; readonly rest: readonly Part[] }

export function VisitDrawer(props: VisitDrawerProps) {
  const { appointmentId, onClose, onOpen, onCancelled, onMove, onCheckIn } = props
  // On the way to another visit of its series the one before stays, and with it the focus.
  const answer = useAsk(scheduling.readAppointment, { appointmentId }, { keepPrevious: true })
  const names = props.names.at(answer.data?.siteId)
  const [asking, ask] = useState<Asking | null>(null)
  const now = useNow()
  const mayMoveAlong = useMay('visit.move')
  const noShow = useNoShow(names, onClose)
  const visit = answer.data
  const mayNoShow = mayMoveAlong && visit?.status === 'booked' && Date.parse(visit.start) < Date.parse(now)
  // Under a question, and while another visit is on its way, the keys of this one mean nothing.
  const isIdle = asking === null && !answer.isPlaceholderData
  const title = answer.data ? displayName(answer.data.patient.name) : '…'
  const footer = answer.data && (
    <Actions
      appointment={answer.data}
      isIdle={isIdle}
      onMove={onMove}
      onCheckIn={onCheckIn}
      onCancel={(appointment) => ask({ about: 'visit', appointment })}
      {...(mayNoShow ? { onNoShow: noShow } : {})}
    />
  )
  return (
    <Drawer isOpen onClose={onClose} title={title} footer={footer}>
      <Answer of={answer}>
        {(appointment) => (
          <>
            <VisitFacts
              appointment={appointment}
              names={names}
              onOpen={onOpen}
              isIdle={isIdle}
              onCancelRest={(whole, rest) => ask({ about: 'rest', appointment, whole, rest })}
            />
            <GoesTo appointmentId={appointment.id} />
            <WhoPays appointmentIds={[appointment.id]} scope="dialog" />
          </>
        )}
      </Answer>
      {asking?.about === 'rest' && <CancelRestDialog {...asking} names={names} onClose={() => ask(null)} />}
      {asking?.about === 'visit' && (
        <CancelDialog
          appointment={asking.appointment}
          names={names}
          onClose={() => ask(null)}
          onCancelled={() => {
            ask(null)
            onCancelled()
            onClose()
          }}
        />
      )}
    </Drawer>
  )
}

type ActionsProps = {
  readonly appointment: Appointment
  readonly isIdle: boolean
  readonly onMove: (appointment: Appointment) => void
  readonly onCheckIn: (appointmentId: string) => void
  readonly onCancel: (appointment: Appointment) => void
  readonly onNoShow?: (appointment: Appointment) => Promise<void>
}

function Actions({ appointment, isIdle, onMove, onCheckIn, onCancel, onNoShow }: ActionsProps) {
  const { say } = useWords()
  const { id, can } = appointment
  const inDialog = (isAllowed: boolean) => ({ scope: 'dialog', isEnabled: isIdle && isAllowed }) as const
  useShortcuts({ c: { label: say('checkIn'), run: () => onCheckIn(id) } }, inDialog(can.checkIn))
  useShortcuts({ m: { label: say('move'), run: () => onMove(appointment) } }, inDialog(can.move))
  const noShow = () => void onNoShow?.(appointment)
  useShortcuts({ w: { label: say('noShow'), run: noShow } }, inDialog(onNoShow !== undefined))
  const cancel = () => onCancel(appointment)
  useShortcuts({ x: { label: say('cancelVisit'), run: cancel } }, inDialog(can.cancel))
  return (
    <>
      {can.checkIn && (
        <Link
          to="/check-in/$appointmentId"
          params={{ appointmentId: id }}
          aria-keyshortcuts="c"
          className={buttonClass({ variant: 'go' })}
        >
          {say('checkIn')}{' '}
          <span aria-hidden>
            <Kbd keys="C" />
          </span>
        </Link>
      )}
      {can.move && (
        <Button shortcut="m" onPress={() => onMove(appointment)}>
          {say('move')}
        </Button>
      )}
      {onNoShow && (
        <Button shortcut="w" onPress={() => void onNoShow(appointment)}>
          {say('noShow')}
        </Button>
      )}
      {can.cancel && (
        <Button shortcut="x" onPress={cancel}>
          {say('cancelVisit')}
        </Button>
      )}
    </>
  )
}
