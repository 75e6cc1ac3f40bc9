import { FileText, Image, MoreHorizontal } from 'lucide-react'
import { addressOf } from '../../app/client.ts'
import { documents } from '@foyer/contract'
import { useSite } from '../../app/site.ts'
import { Button, IconButton, Menu, type MenuEntry, Tag } from '../../ui/index.ts'
import styles from './documents.module.css'
import type { DocumentList, ListedDocument } from './shapes.ts'
import { useDocumentActs } from './use-document-acts.ts'
import { useWords } from './use-words.ts'

export interface DocumentTileProps {
  readonly patientId: string
  readonly document: ListedDocument
  readonly picture: string | undefined
  readonly isPhoto: boolean
  readonly can: DocumentList['can']
  readonly onOpen: () => void
  readonly onRename: () => void
  readonly onRemove: () => void
}

type Act = 'rename' | 'photo' | 'download' | 'remove'

export function DocumentTile(props: DocumentTileProps) {
  const { patientId, document: it, picture, isPhoto, can } = props
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const { setPhoto, restore } = useDocumentActs(patientId)
  const day = (instant: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(Date.parse(instant))
  const entries: readonly (MenuEntry<Act> | false)[] = [
    can.add && { id: 'rename', label: say('rename') },
    can.setPhoto && it.width !== null && { id: 'photo', label: say(isPhoto ? 'clearPhoto' : 'usePhoto') },
    { id: 'download', label: say('download') },
    can.remove && { id: 'remove', label: say('remove'), isDanger: true },
  ]
  const act: Readonly<Record<Act, () => void>> = {
    rename: props.onRename,
    photo: () => void setPhoto(isPhoto ? null : it.id),
    download: () => window.open(addressOf(documents.downloadDocument, { patientId, documentId: it.id }), '_self'),
    remove: props.onRemove,
  }
  const Icon = it.contentType === 'application/pdf' ? FileText : Image
  return (
    <li className={styles.tile}>
      <button
        type="button"
        className={styles.face}
        aria-label={say('open', { title: it.title })}
        disabled={it.removed !== null}
        onClick={props.onOpen}
      >
        {picture ? <img src={picture} alt="" /> : <Icon size={40} aria-hidden />}
      </button>
      <div className={styles.about}>
        <p className={styles.title}>{it.title}</p>
        <p className={styles.meta}>
          {say(`type_${it.type}`)}
          {it.contentType === 'application/pdf' && ` · ${say('pdf')}`}
        </p>
        <p className={styles.meta}>{say('addedBy', { on: day(it.createdAt), name: it.createdBy ?? '' })}</p>
        {isPhoto && <Tag kind="info">{say('isPhoto')}</Tag>}
        {it.removed && (
          <>
            <p className={styles.meta}>
              {say('removedBy', {
                name: it.removed.by ?? '',
                on: day(it.removed.at),
                why: it.removed.remarks ?? say(`why_${it.removed.reason}`),
              })}
            </p>
            <Button size="sm" onPress={() => void restore(it.id)}>
              {say('bringBack')}
            </Button>
          </>
        )}
      </div>
      {it.removed === null && (
        <div className={styles.menu}>
          <Menu
            label={say('more', { title: it.title })}
            trigger={<IconButton icon={MoreHorizontal} size="sm" label={say('more', { title: it.title })} />}
            items={entries.filter((entry) => entry !== false)}
            onAction={(id) => act[id]()}
          />
        </div>
      )}
    </li>
  )
}
