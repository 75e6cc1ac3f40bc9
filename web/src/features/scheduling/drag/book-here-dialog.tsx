import { useState } from 'react'
import { Button, Dialog, TimeField } from '../../../ui/index.ts'
import type { Stretch } from '../block/block-dialog.tsx'
import { BothClocks } from '../block/both-clocks.tsx'
import styles from '../calendar.module.css'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type BookHereDialogProps = {
  readonly stretch: Stretch
  readonly names: Names
  readonly onClose: () => void
  readonly onFind: () => void
  readonly onBook: (startMinute: number) => void
}

/** An empty stretch of a column for whoever may book there and close nothing. */
export function BookHereDialog({ stretch, names, onClose, onFind, onBook }: BookHereDialogProps) {
  const { say } = useWords()
  const [from, setFrom] = useState<number | null>(stretch.startMinute)
  const book = () => from !== null && onBook(from)
  const footer = (
    <>
      <Button variant="go" isDisabled={from === null} onPress={book}>
        {say('bookHere')}
      </Button>
      <Button onPress={onFind}>{say('findHere')}</Button>
      <Button onPress={onClose}>{say('close')}</Button>
    </>
  )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('bookHereTitle', { name: stretch.resourceName })}
      footer={footer}
      size="sm"
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          book()
        }}
      >
        <TimeField label={say('from')} value={from} onChange={setFrom} autoFocus />
        <BothClocks names={names.of(stretch.resourceId)} date={stretch.date} from={from} />
      </form>
    </Dialog>
  )
}
