import { peopleExport } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Button, Panel } from '../../ui/index.ts'
import styles from './copies.module.css'
import { RequestDialog } from './request-dialog.tsx'
import { RequestLine } from './request-line.tsx'
import { useWords } from './use-words.ts'

/** Who asked for a copy of the record, until when it is due, and what was given. */
export function CopiesPanel({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  const list = useAsk(peopleExport.listAccessRequests, { patientId })
  const [isAsking, setAsking] = useState(false)
  return (
    <Panel
      title={say('panel')}
      aside={
        <Button size="sm" variant="quiet" onPress={() => setAsking(true)} isDisabled={!list.data}>
          {say('ask')}
        </Button>
      }
    >
      <Answer of={list}>
        {(data) => (
          <>
            {data.requests.length === 0 && <p className={styles.quiet}>{say('none')}</p>}
            <ul className={styles.list}>
              {data.requests.map((request) => (
                <RequestLine key={request.id} patientId={patientId} request={request} />
              ))}
            </ul>
            {isAsking && (
              <RequestDialog patientId={patientId} mayHave={data.mayHave} onClose={() => setAsking(false)} />
            )}
          </>
        )}
      </Answer>
    </Panel>
  )
}
