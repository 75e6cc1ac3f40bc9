import { CalendarPlus, Ellipsis, Printer } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  Card,
  ConfirmDialog,
  Countdown,
  Dialog,
  Drawer,
  EmptyState,
  ErrorState,
  IconButton,
  Kbd,
  Menu,
  Notice,
  OfflineBanner,
  openShortcutSheet,
  Popover,
  ProgressBar,
  Signal,
  Skeleton,
  StaleNote,
  showToast,
  Table,
  Tabs,
} from '../index.ts'
import styles from './gallery.module.css'

const end = new Date(Date.now() + 277_000).toISOString()
const payments = [
  { id: '1', on: 'Tue 8 Dec', what: 'Specialist copay', amount: '$30.00' },
  { id: '2', on: 'Mon 2 Nov', what: 'Ultrasound', amount: '$112.50' },
]

export function StateGallery() {
  const [tab, setTab] = useState('visits')
  return (
    <>
      <OfflineBanner isOffline>You can still check people in; it is sent when the line is back.</OfflineBanner>
      <div className={styles.stack}>
        <Buttons />
        <Windows />
        <div className={styles.block}>
          <Skeleton />
          <ErrorState
            title="The payer did not answer"
            safe="Nothing was changed; the last answer is kept."
            next="Try again in a minute, or call the payer."
            onRetry={() => {}}
            detail="req 7f3a-0c"
          />
          <StaleNote since="2026-11-22T16:33:00Z" now="2026-11-22T16:42:00Z" onRefresh={() => {}} />
          <Notice kind="info" title="Two people use this number" action={<Button size="sm">Choose</Button>}>
            Ask who is speaking before you share anything.
          </Notice>
        </div>
        <EmptyState
          title="No visits on this day"
          icon={CalendarPlus}
          action={
            <Button variant="go" shortcut="n">
              Book a visit
            </Button>
          }
        >
          Booked visits will stand here, by time.
        </EmptyState>
        <div className={styles.block}>
          <div className={styles.held}>
            <span>
              <b>Held for Maria</b>
              <br />
              Enter books both · Esc lets go
            </span>
            <Countdown label="Hold" until={end} variant="ring" />
          </div>
          <ProgressBar label="Import" value={42} />
          <ProgressBar label="Asking the payer" />
          <div className={styles.row}>
            <Signal kind="ok">ready</Signal>
            <Signal kind="warn">copay $25</Signal>
            <Signal kind="bad">coverage ended</Signal>
            <Signal kind="info">next</Signal>
            <Signal kind="quiet">interpreter</Signal>
            <Kbd keys="g t" />
            <Kbd keys="Ctrl+K" />
          </div>
        </div>
        <Tabs
          label="Person"
          selected={tab}
          onChange={setTab}
          tabs={[
            { id: 'visits', label: 'Visits', count: 4, content: <Card>Four visits this year.</Card> },
            { id: 'money', label: 'Money', content: <Card isSunk>Nothing is owed.</Card> },
          ]}
        />
        <Table
          caption="Payments"
          rows={payments}
          getKey={(row) => row.id}
          columns={[
            { id: 'on', label: 'Day', cell: (row) => row.on, isRowHeader: true },
            { id: 'what', label: 'For', cell: (row) => row.what },
            { id: 'amount', label: 'Amount', align: 'end', cell: (row) => row.amount },
          ]}
        />
      </div>
    </>
  )
}

function Buttons() {
  return (
    <div className={styles.block}>
      <div className={styles.row}>
        <Button variant="go" shortcut="c">
          Call
        </Button>
        <Button>Text instead</Button>
        <Button variant="quiet">Skip</Button>
        <Button variant="danger">Cancel visit</Button>
      </div>
      <div className={styles.row}>
        <Button size="sm">Small</Button>
        <Button size="lg" variant="go">
          Large
        </Button>
        <Button isPending>Saving</Button>
        <Button isDisabled>Not now</Button>
        <IconButton icon={Printer} label="Print" />
        <IconButton icon={Printer} label="Print" showLabel variant="plain" size="sm" />
      </div>
    </div>
  )
}

function Windows() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'drawer' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className={styles.block}>
      <div className={styles.row}>
        <Button onPress={() => setOpen('dialog')}>Open dialog</Button>
        <Button onPress={() => setOpen('confirm')}>Open question</Button>
        <Button onPress={() => setOpen('drawer')}>Open drawer</Button>
        <Button onPress={openShortcutSheet} shortcut="?">
          Shortcuts
        </Button>
      </div>
      <div className={styles.row}>
        <Button
          onPress={() => showToast({ text: 'Visit cancelled', undo: () => showToast({ text: 'Visit is back' }) })}
        >
          Show a message
        </Button>
        <Popover trigger={<Button>Why?</Button>} label="Why">
          The plan pays for one visit a year.
        </Popover>
        <Menu
          trigger={<IconButton icon={Ellipsis} label="More" />}
          label="More actions"
          onAction={(id) => showToast({ text: id })}
          items={[
            { id: 'print', label: 'Print', icon: Printer, shortcut: 'p' },
            { id: 'cancel', label: 'Cancel visit', isDanger: true },
          ]}
        />
      </div>
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        title="Book a visit"
        description="Tue 24 Nov, 9:20"
        footer={<Button onPress={close}>Done</Button>}
      >
        Ultrasound 9:20, Dr Singh 10:10.
      </Dialog>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        onClose={close}
        title="Cancel this visit?"
        confirmLabel="Cancel visit"
        isDanger
        onConfirm={close}
      >
        Maria gets a text. The time is offered to 5 others.
      </ConfirmDialog>
      <Drawer isOpen={open === 'drawer'} onClose={close} title="Maria Nguyen">
        Coverage active for today.
      </Drawer>
    </div>
  )
}
