import { payers } from '@foyer/contract'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { NotFound } from '../../../app/page-states.tsx'
import { Page } from '../../../app/page.tsx'
import { Answer } from '../../../app/states.tsx'
import { Button, Notice, PageHeader } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import { type Directory, type Payer, wayOf } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { WayState } from '../way-state.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { EnrolmentsPart } from './enrolments-part.tsx'
import { PlansPart } from './plans-part.tsx'

export function PayerPage() {
  const { payerId } = useParams({ from: '/practice/payers/$payerId' })
  const directory = useAsk(payers.readDirectory, {})
  return (
    <Answer of={directory}>
      {(data) => {
        const payer = data.payers.find(({ id }) => id === payerId)
        return payer ? <PayerView payer={payer} directory={data} /> : <NotFound />
      }}
    </Answer>
  )
}

function PayerView({ payer, directory }: { readonly payer: Payer; readonly directory: Directory }) {
  const { say } = useWords()
  const [isChanging, setChanging] = useState(false)
  const { connections, can } = directory
  const way = wayOf(payer, connections)
  return (
    <Page title={payer.name} width="narrow">
      <p className={styles.soft}>
        <Link to="/practice" hash="payers">
          ← {say('payers')}
        </Link>
      </p>
      <PageHeader
        title={payer.name}
        actions={can.change && <Button onPress={() => setChanging(true)}>{say('changeDetails')}</Button>}
      />
      <div className={styles.page}>
        {way?.isSandbox && (
          <Notice kind="info" title={say('madeUpTitle')}>
            {say('madeUpNext')}
          </Notice>
        )}
        {!payer.active && <Notice kind="warn">{say('notOfferedNext')}</Notice>}
        <dl className={styles.facts}>
          <dt>{say('kind')}</dt>
          <dd>{say(`kind_${payer.kind}`)}</dd>
          <dt>{say('number')}</dt>
          <dd>{payer.number === null ? say('notKnown') : <span className="id">{payer.number}</span>}</dd>
          <dt>{say('phone')}</dt>
          <dd>{payer.phone === null ? say('notKnown') : <a href={`tel:${payer.phone}`}>{payer.phone}</a>}</dd>
          <dt>{say('askedHow')}</dt>
          <dd>
            <WayState way={way} /> {way && <span className={styles.small}>{way.name}</span>}
          </dd>
        </dl>
        <PlansPart payer={payer} mayChange={can.change} />
        <EnrolmentsPart payer={payer} directory={directory} />
      </div>
      {isChanging && <DetailsDialog payer={payer} onClose={() => setChanging(false)} />}
    </Page>
  )
}
