import { addressText, isWholeAddress } from '@foyer/patients'
import { useState } from 'react'
import { Button, classNames, Panel } from '../../../ui/index.ts'
import styles from './details.module.css'
import { AsBegan, Fact, Facts, type GroupProps } from './group.tsx'
import { FormerHomeDialog } from './former-home-dialog.tsx'
import { HomeDialog } from './home-dialog.tsx'
import { periodText } from './period-text.ts'
import { PlaceDialog } from './place-dialog.tsx'
import type { DialogOf, FormerHome, Place } from './shapes.ts'
import { useWords } from './use-words.ts'

type Open =
  | { readonly what: 'move' | 'correct' | 'add' | 'add-former' }
  | { readonly what: 'place'; readonly place: Place }
  | { readonly what: 'former'; readonly former: FormerHome }

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
            {!isWholeAddress(address) && <span className={styles.small}>{say('addressPart')}</span>}
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
                    aria-label={say('changeHome', { place: addressText(former.address) })}
                    onPress={() => setOpen({ what: 'former', former })}
                  >
                    {say('edit')}
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
          <Button size="sm" onPress={() => setOpen({ what: 'add-former' })}>
            {say('addHome')}
          </Button>
        </div>
      )}
      {open !== null && (
        <AsBegan details={details}>{(began) => <HomeForm details={began} open={open} onClose={close} />}</AsBegan>
      )}
    </Panel>
  )
}

function HomeForm({ details, open, onClose }: DialogOf & { readonly open: Open }) {
  switch (open.what) {
    case 'move':
      return <HomeDialog details={details} isMove onClose={onClose} />
    case 'correct':
      return <HomeDialog details={details} isMove={false} onClose={onClose} />
    case 'add':
      return <PlaceDialog details={details} place={null} onClose={onClose} />
    case 'place':
      return <PlaceDialog details={details} place={open.place} onClose={onClose} />
    case 'former':
      return <FormerHomeDialog details={details} former={open.former} onClose={onClose} />
    case 'add-former':
      return <FormerHomeDialog details={details} former={null} onClose={onClose} />
  }
}
