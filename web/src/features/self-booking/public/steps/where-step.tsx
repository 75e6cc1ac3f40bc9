import { back, type Book } from '../book.ts'
import styles from '../book.module.css'
import { Question } from '../frame.tsx'

export function WhereStep({ book }: { readonly book: Book }) {
  const { offer, kind, say, change, go } = book
  return (
    <>
      <Question>{say('whereTitle')}</Question>
      <ul className={styles.choices}>
        {offer.places
          .filter(({ key }) => kind?.placeKeys.includes(key))
          .map(({ key, name, address }) => (
            <li key={key}>
              <button
                type="button"
                className={styles.choice}
                onClick={() => {
                  change({ place: key })
                  go('when')
                }}
              >
                {name}
                {address && (
                  <small>
                    {address.line}, {address.city}, {address.state} {address.postalCode}
                  </small>
                )}
              </button>
            </li>
          ))}
      </ul>
      <button type="button" className={styles.quietButton} onClick={back}>
        {say('back')}
      </button>
    </>
  )
}
