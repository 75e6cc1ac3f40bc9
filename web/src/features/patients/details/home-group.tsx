import { useState } from 'react'
import { Button, classNames, Panel } from '../../../ui/index.ts'
import styles from './details.module.css'
import { Fact, Facts, type GroupProps } from './group.tsx'
import { HomeDialog } from './home-dialog.tsx'
import { addressText, periodText } from './period-text.ts'
import { PlaceDialog } from './place-dialog.tsx'
import { RemoveHomeDialog } from './remove-home-dialog.tsx'
import type { Details, Place } from './shapes.ts'
import { useWords } from './use-words.ts'

type Former = Details['formerAddresses'][number]
type Open =
  | { readonly what: 'move' | 'correct' | 'add' }
  | { readonly what: 'place'; readonly place: Place }
  | { readonly what: 'former'; readonly former: Former }

export function HomeGroup({ details, mayChange }: GroupProps) {
  const { say, locale } = useWords()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const { address, addressSince } = details
  return (
    <Panel
      title={say('livesAt')}
      aside={
        mayChange && (
          <Button size="sm" variant="quiet" onPress={() => setOpen({ what: 'move' })}>
            {say('moved')}
          </Button>
        )
      }
    >
      <p className={classNames(styles.line, styles.home)}>
        {address === null ? (
          <span className={styles.quiet}>{say('noHome')}</span>
        ) : (
          <>
            <b>{addressText(address)}</b>
            <span className={styles.small}>{periodText(addressSince, null, say, locale)}</span>
          </>
        )}
      </p>
      {(details.places.length > 0 || details.formerAddresses.length > 0) && (
        <Facts>
          {details.places.map((place) => (
            <Fact key={place.id} name={say(`place_${place.use}`)}>
              <span className={styles.line}>
                <span>{addressText(place.address)}</span>
                <span className={styles.small}>{periodText(place.periodStart, place.periodEnd, say, locale)}</span>
                {mayChange && (
                  <Button
                    size="sm"
                    variant="quiet"
                    aria-label={say('changePlace', { place: addressText(place.address) })}
                    onPress={() => setOpen({ what: 'place', place })}
                  >
                    {say('edit')}
                  </Button>
                )}
              </span>
            </Fact>
          ))}
          {details.formerAddresses.map((former) => (
            <Fact key={former.id} name={say('formerHomes')}>
              <span className={styles.line}>
                <span>{addressText(former.address)}</span>
                <span className={styles.small}>{periodText(former.periodStart, former.periodEnd, say, locale)}</span>
                {mayChange && (
                  <Button
                    size="sm"
                    variant="quiet"
                    aria-label={say('removeHome', { place: addressText(former.address) })}
                    onPress={() => setOpen({ what: 'former', former })}
                  >
                    {say('remove')}
                  </Button>
                )}
              </span>
            </Fact>
          ))}
        </Facts>
      )}
      {mayChange && (
        <div className={styles.actions}>
          <Button size="sm" onPress={() => setOpen({ what: 'correct' })}>
            {say('correct')}
          </Button>
          <Button size="sm" onPress={() => setOpen({ what: 'add' })}>
            {say('addPlace')}
          </Button>
        </div>
      )}
      {open?.what === 'move' && <HomeDialog details={details} isMove onClose={close} />}
      {open?.what === 'correct' && <HomeDialog details={details} isMove={false} onClose={close} />}
      {open?.what === 'add' && <PlaceDialog details={details} place={null} onClose={close} />}
      {open?.what === 'place' && <PlaceDialog details={details} place={open.place} onClose={close} />}
      {open?.what === 'former' && <RemoveHomeDialog details={details} former={open.former} onClose={close} />}
    </Panel>
  )
}
