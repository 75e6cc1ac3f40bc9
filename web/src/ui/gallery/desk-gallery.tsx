import { useState } from 'react'
import {
  Avatar,
  Button,
  Due,
  MeterBar,
  PageHeader,
  Panel,
  Panes,
  Price,
  Segmented,
  SelectableList,
  showToast,
  StateMark,
  Tag,
  TagRow,
  useShortcuts,
  VisitCard,
} from '../index.ts'
import styles from './gallery.module.css'
import { type Work, work } from './work.ts'

export function DeskGallery() {
  const [isThirdOpen, setThirdOpen] = useState(false)
  return (
    <Panes
      id="gallery"
      first={{ label: 'Now', content: <Now onOpen={() => setThirdOpen(true)} /> }}
      second={{ label: 'The day', content: <Day onOpen={() => setThirdOpen(true)} /> }}
      third={{ label: 'The person', content: <Person /> }}
      isThirdOpen={isThirdOpen}
      onThirdOpenChange={setThirdOpen}
    />
  )
}

function Now({ onOpen }: { readonly onOpen: () => void }) {
  const [selected, setSelected] = useState<string | null>('devon')
  useShortcuts({ c: { label: 'Call', run: () => showToast({ text: 'Calling', kind: 'info' }) } }, { scope: 'pane' })
  return (
    <>
      <PageHeader title="Now" level={2} />
      <SelectableList<Work>
        label="Work, most urgent first"
        items={work}
        getKey={(item) => item.id}
        getText={(item) => item.what}
        selected={selected}
        onSelect={setSelected}
        onOpen={onOpen}
        isPrimary
      >
        {(item, { isSelected }) => (
          <div className={styles.item}>
            <Due left={item.left} clock={item.clock} kind={item.kind} />
            <div>
              <strong>{item.what}</strong>
              <p>{item.why}</p>
              {isSelected && (
                <div className={styles.row}>
                  <Button size="sm" variant="go" shortcut="c">
                    Call
                  </Button>
                  <Button size="sm">Text instead</Button>
                </div>
              )}
            </div>
          </div>
        )}
      </SelectableList>
    </>
  )
}

function Day({ onOpen }: { readonly onOpen: () => void }) {
  const [view, setView] = useState('board')
  const [selected, setSelected] = useState('nguyen')
  const open = (id: string) => {
    setSelected(id)
    onOpen()
  }
  return (
    <>
      <PageHeader
        title="Sun 22 Nov"
        level={2}
        facts={[
          { value: '38', label: 'visits' },
          { value: '11', label: 'done' },
        ]}
        actions={
          <Segmented
            label="View of the day"
            value={view}
            onChange={setView}
            options={[
              { id: 'board', label: 'Board' },
              { id: 'time', label: 'By time' },
              { id: 'rooms', label: 'Rooms' },
            ]}
          />
        }
      />
      <div className={styles.board}>
        <VisitCard
          time="11:00"
          trailing="Okafor"
          name="Amara Diallo"
          line="New patient · French"
          edge="bad"
          signal={{ kind: 'bad', text: 'coverage ended' }}
          isSelected={selected === 'diallo'}
          onPress={() => open('diallo')}
        />
        <VisitCard
          time="11:10"
          trailing="Singh"
          name="Maria Nguyen"
          line="Follow-up · Vietnamese"
          edge="warn"
          signal={{ kind: 'warn', text: '2 things missing' }}
          isSelected={selected === 'nguyen'}
          onPress={() => open('nguyen')}
        />
        <VisitCard
          time="10:30"
          isTimeStrong
          trailing="14 min"
          trailingKind="warn"
          name="Harold Brandt"
          line="Annual · walker · waiting"
          edge="warn"
          signal={{ kind: 'warn', text: 'copay $25' }}
          onPress={() => open('brandt')}
        />
        <VisitCard
          time="Room 5"
          trailing="22 min"
          trailingKind="bad"
          name="Ines Cabral"
          line="Procedure · consent signed"
          edge="bad"
          signal={{ kind: 'bad', text: 'Dr Weiss runs 25 late' }}
        />
        <VisitCard
          time="10:40"
          trailing="5 min"
          name="Leila Haddad"
          line="Well child, age 4"
          signal={{ kind: 'info', text: 'next for room 3' }}
        />
        <VisitCard
          time="11:20"
          trailing="Weiss"
          name="Tom Becker"
          line="Blood pressure"
          signal={{ kind: 'ok', text: 'ready' }}
        />
        <VisitCard
          time="Room 2"
          trailing="6 min"
          name="Samir Aziz"
          line="New patient"
          signal={{ kind: 'quiet', text: 'interpreter here' }}
        />
        <VisitCard time="Room 1" trailing="12 min" name="Ola Nilsen" line="Okafor · follow-up" edge="brand" />
      </div>
    </>
  )
}

function Person() {
  return (
    <>
      <div className={styles.who}>
        <Avatar name="Maria Nguyen" size="lg" />
        <div>
          <h2>Maria “Mai” Nguyen</h2>
          <p>
            she/her · born <b>14 Mar 1961</b> (65) · MRN <b className="id">0041 7028</b>
          </p>
        </div>
      </div>
      <TagRow>
        <Tag kind="quiet">Vietnamese, interpreter needed</Tag>
        <Tag kind="info">Prefers text</Tag>
        <Tag kind="warn">Fall risk</Tag>
        <Tag>Since 2014</Tag>
      </TagRow>
      <br />
      <Panel title="Today 11:10 · Follow-up with Dr Singh" aside="5 of 7 ready" level={3}>
        <ul className={styles.ready}>
          <li>
            <StateMark kind="ok" label="Identity, address confirmed 12 days ago" showLabel />
          </li>
          <li>
            <StateMark kind="bad" label="Interpreter: none free at 11:10" showLabel />
            <Button size="sm" shortcut="i">
              Phone line
            </Button>
          </li>
          <li>
            <StateMark kind="warn" label="Consent to treat expired 1 Nov" showLabel />
            <Button size="sm" shortcut="s">
              Send
            </Button>
          </li>
        </ul>
      </Panel>
      <Panel title="Blue Cross PPO · checked 9 min ago" aside={<Price cents={3000} size="lg" />} level={3}>
        <MeterBar label="Deductible left" value={1090} max={1500} valueText="$410 of $1,500" />
        <MeterBar label="Out of pocket left" value={2040} max={5000} valueText="$2,960 of $5,000" />
      </Panel>
    </>
  )
}
