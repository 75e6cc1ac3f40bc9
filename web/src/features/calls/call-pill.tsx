import { formatPhone } from '@foyer/patients'
import { useMe } from '../../app/session.ts'
import { Button, useShortcuts } from '../../ui/index.ts'
import styles from './calls.module.css'
import { DemoPhone } from './demo-phone.tsx'
import { LikelyCaller } from './likely-caller.tsx'
import { OnTheLine } from './on-the-line.tsx'
import { type Call, usePhone } from './use-phone.ts'
import { useWords } from './use-words.ts'
import { WhoCalls } from './who-calls.tsx'

/** The phone, in the top bar: who rings, who is on the line. F2 answers from anywhere, even from an open window. */
export function CallPill() {
  const { say } = useWords()
  const { organization } = useMe()
  const phone = usePhone()
  const [first, ...others] = phone.ringing
  const run = () => {
    if (first && !phone.isBusy) void phone.answer(first)
  }
  const f2 = { F2: { label: say('answer'), run } }
  useShortcuts(f2, { scope: 'app', isEnabled: first !== undefined })
  useShortcuts(f2, { scope: 'dialog', isEnabled: first !== undefined })
  return (
    <>
      <div role="status" className={styles.spot}>
        {first && <Ringing call={first} others={others.length} isBusy={phone.isBusy} onAnswer={run} />}
      </div>
      {phone.mine && (
        <OnTheLine
          call={phone.mine}
          callerId={phone.callerId}
          isBusy={phone.isBusy}
          onEnd={() => phone.mine && void phone.end(phone.mine)}
        />
      )}
      {phone.choosing && <WhoCalls call={phone.choosing} phone={phone} />}
      {organization.demo && <DemoPhone />}
    </>
  )
}

interface RingingProps {
  readonly call: Call
  readonly others: number
  readonly isBusy: boolean
  readonly onAnswer: () => void
}

function Ringing({ call, others, isBusy, onAnswer }: RingingProps) {
  const { say } = useWords()
  return (
    <div className={styles.pill} data-call="">
      <i className={styles.bell} aria-hidden />
      <span className={styles.text}>
        <b>{say('line', { line: call.line })}</b> · {formatPhone(call.from)} <LikelyCaller call={call} />
        {others > 0 && ` · ${say('waiting', { count: others })}`}
      </span>
      <Button size="sm" className={styles.onPill} shortcut="F2" isPending={isBusy} onPress={onAnswer}>
        {say('answer')}
      </Button>
    </div>
  )
}
