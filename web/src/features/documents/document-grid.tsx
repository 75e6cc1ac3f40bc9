import { documents } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { DocumentTile } from './document-tile.tsx'
import styles from './documents.module.css'
import { RemoveDialog } from './remove-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import type { DocumentList, ListedDocument } from './shapes.ts'
import { useWords } from './use-words.ts'
import { Viewer } from './viewer/viewer.tsx'

export interface DocumentGridProps {
  readonly patientId: string
  readonly list: DocumentList
}

type Opened = { readonly what: 'view' | 'rename' | 'remove'; readonly id: string } | null

export function DocumentGrid({ patientId, list }: DocumentGridProps) {
  const { say } = useWords()
  const [opened, setOpened] = useState<Opened>(null)
  const small = list.documents.filter(({ hasThumbnail, removed }) => hasThumbnail && removed === null)
  const ids = small.slice(0, documents.mostThumbnails).map(({ id }) => id)
  const thumbnails = useAsk(
    documents.readThumbnails,
    { patientId, ids: ids.join(',') },
    { isEnabled: ids.length > 0, keepPrevious: true },
  )
  const pictures = new Map(
    thumbnails.data?.thumbnails.map(({ id, contentType, data }) => [id, `data:${contentType};base64,${data}`]),
  )
  const of = (what: NonNullable<Opened>['what']): ListedDocument | undefined =>
    opened?.what === what ? list.documents.find(({ id }) => id === opened.id) : undefined
  const [viewed, renamed, removed] = [of('view'), of('rename'), of('remove')]
  const close = () => setOpened(null)
  return (
    <>
      <ul className={styles.grid} aria-label={say('documents')}>
        {list.documents.map((document) => (
          <DocumentTile
            key={document.id}
            patientId={patientId}
            document={document}
            picture={pictures.get(document.id)}
            isPhoto={document.id === list.photoDocumentId}
            can={list.can}
            onOpen={() => setOpened({ what: 'view', id: document.id })}
            onRename={() => setOpened({ what: 'rename', id: document.id })}
            onRemove={() => setOpened({ what: 'remove', id: document.id })}
          />
        ))}
      </ul>
      {viewed && (
        <Viewer
          patientId={patientId}
          documents={list.documents}
          document={viewed}
          onChange={(id) => setOpened({ what: 'view', id })}
          onClose={close}
        />
      )}
      {renamed && <RenameDialog patientId={patientId} document={renamed} onClose={close} />}
      {removed && <RemoveDialog patientId={patientId} document={removed} onClose={close} />}
    </>
  )
}
