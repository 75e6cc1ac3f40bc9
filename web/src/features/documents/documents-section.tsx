import { documents } from '@foyer/contract'
import { Camera, FilePlus, FileText } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useSite, useToday } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { Button, EmptyState, SearchField, Select, Skeleton, Switch } from '../../ui/index.ts'
import { AddingList } from './adding/adding-list.tsx'
import { CameraDialog } from './adding/camera-dialog.tsx'
import { FileButton } from './adding/file-button.tsx'
import { titleOf } from './adding/title-of.ts'
import { useAdding } from './adding/use-adding.ts'
import { useDropped } from './adding/use-dropped.ts'
import { DocumentGrid } from './document-grid.tsx'
import styles from './documents.module.css'
import { type DocumentType, documentTypes } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface DocumentsSectionProps {
  readonly patientId: string
}

/** Documents of a person: added by button, dropping, pasting or camera; found by type and words. */
export function DocumentsSection({ patientId }: DocumentsSectionProps) {
  const { say } = useWords()
  const [type, setType] = useState<DocumentType | 'all'>('all')
  const [text, setText] = useState('')
  const [isRemoved, setRemoved] = useState(false)
  const q = useDeferredValue(text.trim())
  const list = useAsk(
    documents.listDocuments,
    {
      patientId,
      ...(type === 'all' ? {} : { type }),
      ...(q === '' ? {} : { q }),
      removed: isRemoved ? '1' : '0',
    },
    { keepPrevious: true },
  )
  const types = documentTypes.map((id) => ({ id, label: say(`type_${id}`) }))
  return (
    <div className={styles.section}>
      {list.data?.can.add && <AddBar patientId={patientId} />}
      <div className={styles.filter}>
        <SearchField label={say('search')} placeholder={say('search')} value={text} onChange={setText} />
        <Select
          label={say('type')}
          hideLabel
          options={[{ id: 'all', label: say('allTypes') }, ...types]}
          value={type}
          onChange={(id) => setType(documentTypes.find((one) => one === id) ?? 'all')}
        />
        {list.data?.can.remove && (
          <Switch isSelected={isRemoved} onChange={setRemoved}>
            {say('showRemoved')}
          </Switch>
        )}
      </div>
      <Answer of={list} loading={<Skeleton lines={6} label={say('loading')} />}>
        {(data) => (
          <>
            <p className={styles.count} role="status">
              {data.documents.length > 0 && say(data.hasMore ? 'foundMore' : 'found', { count: data.documents.length })}
            </p>
            {data.documents.length === 0 ? (
              <Empty isFiltered={q !== '' || type !== 'all' || isRemoved} />
            ) : (
              <DocumentGrid patientId={patientId} list={data} />
            )}
          </>
        )}
      </Answer>
    </div>
  )
}

function Empty({ isFiltered }: { readonly isFiltered: boolean }) {
  const { say } = useWords()
  return (
    <EmptyState icon={FileText} title={say(isFiltered ? 'noneFound' : 'none')}>
      {say(isFiltered ? 'noneFoundText' : 'noneText')}
    </EmptyState>
  )
}

function AddBar({ patientId }: { readonly patientId: string }) {
  const { say, locale } = useWords()
  const today = useToday(useSite())
  const [type, setType] = useState<DocumentType>('identity')
  const [isTaking, setTaking] = useState(false)
  const { adding, add, retry, dismiss } = useAdding(patientId)
  const named = `${say(`type_${type}`)} ${new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(today))}`
  const addFiles = (files: readonly File[]) =>
    void add(files.map((file) => ({ file, title: titleOf(file.name, named), type, source: 'desk' })))
  const isOver = useDropped(addFiles, !isTaking)
  return (
    <div className={styles.add} data-over={isOver || undefined}>
      <div className={styles.addRow}>
        <Select
          label={say('addAs')}
          options={documentTypes.map((id) => ({ id, label: say(`type_${id}`) }))}
          value={type}
          onChange={(id) => setType(documentTypes.find((one) => one === id) ?? 'other')}
        />
        <FileButton several icon={FilePlus} variant="go" onFiles={addFiles}>
          {say('chooseFiles')}
        </FileButton>
        <Button icon={Camera} onPress={() => setTaking(true)}>
          {say('camera')}
        </Button>
      </div>
      <p className={styles.help}>{say(isOver ? 'dropHere' : 'addHelp')}</p>
      <AddingList adding={adding} onRetry={retry} onDismiss={dismiss} />
      {isTaking && (
        <CameraDialog
          title={say('cameraTitle')}
          onClose={() => setTaking(false)}
          onTaken={(file) => {
            setTaking(false)
            void add([{ file, title: named, type, source: 'camera' }])
          }}
        />
      )}
    </div>
  )
}
