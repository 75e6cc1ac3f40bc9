import { useState } from 'react'
import { Button, Countdown, Dialog, TextField, useShortcuts } from '../../../ui/index.ts'
import { PersonPicker } from '../../patients/index.ts'
import styles from './find.module.css'
import { legsText, whoAndWhere } from './reasons.ts'
import type { Held } from './use-booking.ts'
import type { Finder } from './use-finder.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type HeldBoxProps = { readonly finder: Finder; readonly held: Held; readonly names: Names }

/** The opening that is kept for five minutes. Enter books it, Esc lets it go. */
export function HeldBox({ finder, held, names }: HeldBoxProps) {
  const { say } = useWords()
  const [note, setNote] = useState('')
  const [isChoosing, setChoosing] = useState(false)
  const { person, booking } = finder
  const book = () => (person ? void booking.book(note) : setChoosing(true))
  const { letGo } = booking
  useShortcuts(
    { Enter: { label: say(person ? 'book' : 'choosePerson'), run: book }, Escape: { label: say('letGo'), run: letGo } },
    { scope: 'pane' },
  )
  const isKept = held.holdIds.length > 0
  const ready = !isKept ? 'notKept' : held.opening.legs ? 'heldHintChain' : 'heldHint'
  const hint = say(booking.isBooking ? 'bookingNow' : person ? ready : 'heldHintPerson')
  const name = person && (person.name.preferred ?? person.name.given)
  const title = name ? say(isKept ? 'heldFor' : 'notHeldFor', { name }) : say(isKept ? 'heldForWhom' : 'forWhom')
  return (
    <section className={styles.held} aria-label={title}>
      <div>
        <h3>{title}</h3>
        <p>{names.whenAndWhere({ start: held.hold.start, siteId: held.opening.siteId })}</p>
        <p>
          {held.opening.legs
            ? legsText(held.opening, names.at(held.opening.siteId), say)
            : whoAndWhere(held.opening, names.at(held.opening.siteId).zone, names.nameOf, say)}
        </p>
      </div>
      {isKept && <Countdown until={held.hold.expiresAt} label={say('heldLeft')} onEnd={booking.expire} />}
      <p className={styles.heldHint} aria-live="polite">
        {hint}
      </p>
      <form
        className={styles.note}
        onSubmit={(event) => {
          event.preventDefault()
          book()
        }}
      >
        <TextField label={say('note')} placeholder={say('noteHint')} value={note} onChange={setNote} maxLength={500} />
      </form>
      <div className={styles.heldActions}>
        <Button key={held.hold.id} autoFocus onPress={book} shortcut="Enter">
          {say(person ? 'book' : 'choosePerson')}
        </Button>
        <Button className={styles.onBrand} onPress={letGo} shortcut="Escape">
          {say('letGo')}
        </Button>
      </div>
      <Dialog isOpen={isChoosing} onClose={() => setChoosing(false)} title={say('choosePerson')} size="sm">
        <PersonPicker
          onPick={(picked) => {
            finder.setPerson(picked)
            setChoosing(false)
          }}
        />
      </Dialog>
    </section>
  )
}
