import { Printer } from 'lucide-react'
import { useState } from 'react'
import { type Site, usePractice } from '../../app/site.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { PrintFields } from './print-fields.tsx'
import { firstWish, printAddress } from './wish.ts'
import { useWords } from './words.ts'

export interface PrintDialogProps {
  readonly site: Site
  /** The day that is looked at. */
  readonly date: string
  readonly period?: 'day' | 'week'
  /** The columns that are looked at. */
  readonly shownIds: readonly string[]
  readonly onClose: () => void
}

/** What of the calendar to put on paper, asked over the calendar. */
export function PrintDialog({ site, date, period = 'day', shownIds, onClose }: PrintDialogProps) {
  const { say, locale } = useWords()
  const resources = usePractice().resources.filter((one) => one.active && one.siteId === site.id)
  const place = { siteId: site.id, date, shownIds, resources }
  const [wish, setWish] = useState(() => ({ ...firstWish(place), period }))
  const address = printAddress(wish, place, locale)
  const open = () => {
    if (address !== null) window.open(address, '_blank', 'noopener')
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('title')}
      description={say('lead')}
      footer={
        <>
          <Button variant="go" icon={Printer} onPress={open} isDisabled={address === null}>
            {say('print')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </>
      }
    >
      <PrintFields place={place} wish={wish} onChange={setWish} />
    </Dialog>
  )
}
