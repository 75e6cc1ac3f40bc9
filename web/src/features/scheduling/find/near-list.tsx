import { Kbd } from '../../../ui/index.ts'
import styles from './find.module.css'
import { mostKeys } from './keyed.ts'
import { walk } from './openings-list.tsx'
import { type Near, type Opening, openingKey } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { withoutWords } from '../wish/attributes.ts'
import { useWords } from '../words.ts'

const words = {
  'other-day-part': 'near_other_day_part',
  'other-time': 'near_other_day_part',
  'other-weekday': 'near_other_weekday',
  'ruled-out': 'near_ruled_out',
  'any-clinician': 'near_any_clinician',
  'other-attributes': 'near_other_attributes',
  overbook: 'near_overbook',
  later: 'near_later',
  'other-site': 'near_other_site',
  'too-soon': 'near_too_soon',
  'too-far': 'near_too_far',
  'over-cap': 'near_over_cap',
  'not-for-patient': 'near_not_for_patient',
} as const

/** Which of them have a key: the keys go on where those of the openings before them end. */
export function nearKeys(near: readonly Near[], openings: number): readonly (string | null)[] {
  return near.map((_, index) => (openings + index < mostKeys ? String(openings + index + 1) : null))
}

type NearListProps = {
  readonly near: readonly Near[]
  readonly keys: readonly (string | null)[]
  readonly names: Names
  /** Rooms, devices and interpreters that were named: another one is then no other clinician. */
  readonly named: readonly string[]
  readonly onLook: (opening: Opening) => void
  readonly onChoose: (near: Near) => void
}

/** What there would be if one thing about the wish changed. */
export function NearList({ near, keys, names, named, onLook, onChoose }: NearListProps) {
  const { say, locale } = useWords()
  const wordsOf = ({ code, what, advice }: Near) => {
    if (code === 'overbook' && advice) return advice.advise ? 'near_overbook_advised' : 'near_overbook_unlikely'
    if (code === 'any-clinician' && named.length > 0) return 'near_any_named'
    return code === 'give-up' ? (`near_give_up_${what ?? 'block'}` as const) : words[code]
  }
  if (near.length === 0) return null
  return (
    <section className={styles.near}>
      <h3>{say(near.some(({ code }) => code === 'later') ? 'alsoPossible' : 'sooner')}</h3>
      <ul>
        {near.map((each, index) => {
          const { code, resourceId, siteId = each.opening.siteId, opening, attributes = [] } = each
          const key = keys[index]
          return (
            <li key={`${code} ${openingKey(opening)}`}>
              <span aria-hidden>{key && <Kbd keys={key} />}</span>
              <button
                type="button"
                aria-keyshortcuts={key ?? undefined}
                onKeyDown={walk}
                onFocus={() => onLook(opening)}
                onPointerEnter={(event) => event.pointerType === 'mouse' && onLook(opening)}
                onClick={() => onChoose(each)}
              >
                {say(wordsOf(each), {
                  count: each.advice?.expectedMissed ?? 0,
                  when: names.whenAndWhere({ start: opening.start, siteId }),
                  named: named.map(names.nameOf).join(', '),
                  who: names.nameOf(resourceId ?? opening.assignments[0]?.resourceId ?? ''),
                  without: withoutWords(attributes, say, locale),
                })}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
