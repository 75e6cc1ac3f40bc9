import { formatMinute } from '@foyer/kernel'
import { useMay } from '../../../app/session.ts'
import { type Site, usePractice } from '../../../app/site.ts'
import type { Finder } from '../find/use-finder.ts'
import type { VisitType } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { type SchedulingSay, useWords } from '../words.ts'
import { attributesThere, attributeWord } from './attributes.ts'
import { Chip, type Choice, ChoiceList } from './chip.tsx'
import { inModality } from './counterpart.ts'
import { NotForm } from './not-form.tsx'
import { notText, timesText } from './not-text.ts'
import { usualCount } from './repeat.ts'
import { RepeatChip } from './repeat-chip.tsx'
import { repeatText } from './repeat-text.ts'
import { emptyWish, type Gap, type Modality, type Wish } from './wish.ts'
import styles from './wish.module.css'

const lunch = { fromMinute: 12 * 60, untilMinute: 14 * 60 }

type MoreChipsProps = { readonly finder: Finder; readonly site: Site; readonly names: Names; readonly today: string }

const offeredRepeats = [
  ['week', 1],
  ['week', 2],
  ['week', 4],
  ['month', 1],
] as const

/** What a wish may say beside its usual words. Each is a chip that takes it back; the last one adds another. */
export function MoreChips({ finder, site, names, today }: MoreChipsProps) {
  const { say, locale } = useWords()
  const { wish, change } = finder
  const { visitTypes } = usePractice()
  const { siteId, withoutIds, then, times, not, repeat, attributes, interpreter, modality, overbook, walkIn } = wish
  const without = (part: Partial<Wish>) => () => change(part)
  return (
    <>
      {siteId !== null && (
        <Taken label={say('wishAtSite', { site: site.name })} onRemove={without({ siteId: null, clinicianIds: [] })} />
      )}
      {withoutIds.map((one) => (
        <Taken
          key={one}
          label={say('wishNot', { what: names.nameOf(one) })}
          onRemove={without({ withoutIds: withoutIds.filter((other) => other !== one) })}
        />
      ))}
      {then.map(({ visitTypeId, gap }, at) => (
        <Taken
          key={`${visitTypeId} ${String(at)}`}
          label={say('wishThen', { what: names.typeOf(visitTypeId), gap: gapWord(gap, say) }).trim()}
          onRemove={without({ then: then.filter((_, index) => index !== at), chainTypeId: null })}
        />
      ))}
      {times && <Taken label={timesText(times, say)} onRemove={without({ times: null })} />}
      {not.map((one, at) => (
        <Taken
          key={JSON.stringify(one)}
          label={notText(one, say, locale)}
          onRemove={without({ not: not.filter((_, index) => index !== at) })}
        />
      ))}
      {repeat && <RepeatChip repeat={repeat} today={today} onChange={(next) => change({ repeat: next })} />}
      {attributes.map((one) => (
        <Taken
          key={one}
          label={attributeWord(one, say, locale)}
          onRemove={without({ attributes: attributes.filter((other) => other !== one) })}
        />
      ))}
      {interpreter && <Taken label={say('wishInterpreter')} onRemove={without({ interpreter: false })} />}
      {modality && (
        <Taken label={modalityWord(modality, wish, visitTypes, say)} onRemove={without({ modality: null })} />
      )}
      {walkIn && <Taken label={say('wishWalkIn')} onRemove={without({ walkIn: false })} />}
      {overbook && <Taken label={say('wishOverbook')} onRemove={without({ overbook: false })} />}
      {!finder.move.isMoving && <AddChip finder={finder} site={site} today={today} />}
    </>
  )
}

function Taken({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  const { say } = useWords()
  return (
    <>
      ,{' '}
      <button type="button" className={styles.chip} aria-label={say('wishRemove', { what: label })} onClick={onRemove}>
        {label} <span aria-hidden>×</span>
      </button>
    </>
  )
}

function AddChip({ finder: { wish, change }, site, today }: Omit<MoreChipsProps, 'names'>) {
  const { say, locale } = useWords()
  const practice = usePractice()
  const mayOverbook = useMay('appointment.overbook')
  const added = new Map<string, readonly [Choice, Partial<Wish>]>()
  const add = (id: string, label: string, part: Partial<Wish>) => added.set(id, [{ id, label }, part])
  for (const { id, name, nameEs, active, legs } of practice.chainTypes) {
    const [first, ...then] = legs
    if (active && first)
      add(id, locale === 'es' ? nameEs : name, { chainTypeId: id, visitTypeId: first.visitTypeId, then, repeat: null })
  }
  for (const [unit, every] of offeredRepeats) {
    const repeat = { unit, every, count: usualCount }
    add(`${unit} ${String(every)}`, repeatText(repeat, say, locale), { repeat, then: [], chainTypeId: null })
  }
  add('after', say('wishAfter', { time: formatMinute(15 * 60) }), { times: { fromMinute: 15 * 60, untilMinute: 1440 } })
  add('before', say('wishBefore', { time: formatMinute(10 * 60) }), { times: { fromMinute: 0, untilMinute: 10 * 60 } })
  for (const one of attributesThere(practice.resources, site.id))
    add(one, attributeWord(one, say, locale), { attributes: [...new Set([...wish.attributes, one])] })
  if (practice.resources.some(({ kind, active }) => kind === 'interpreter' && active))
    add('interpreter', say('wishInterpreter'), { interpreter: true })
  add('not-lunch', notText({ times: lunch }, say, locale), {
    not: [...wish.not.filter(({ weekdays, from, to }) => weekdays || from || to), { times: lunch }],
  })
  add('video', say('modality_video'), { modality: 'video' })
  add('in-person', say('modality_in-person'), { modality: 'in-person' })
  add('walk-in', say('wishWalkIn'), { walkIn: true, repeat: null, then: [] })
  if (mayOverbook) add('overbook', say('wishOverbook'), { overbook: true })
  add('nothing', say('wishNothingMore'), { ...emptyWish, visitTypeId: wish.visitTypeId, when: wish.when })
  return (
    <>
      ,{' '}
      <Chip label={`${say('wishAnd')} ${say('wishMore')}`} value={say('wishAnd')} isEmpty>
        {(close) => (
          <>
            <ChoiceList
              label={say('wishMore')}
              choices={[...added.values()].map(([choice]) => choice)}
              chosen={[]}
              onChange={([id]) => {
                const [, part] = added.get(id ?? '') ?? []
                if (part) change(part)
                close()
              }}
            />
            <NotForm
              today={today}
              onDone={(one) => {
                change({ not: [...wish.not, one] })
                close()
              }}
            />
          </>
        )}
      </Chip>
    </>
  )
}

/** Says so where the visit is not offered that way. */
function modalityWord(
  modality: Modality,
  { visitTypeId }: Wish,
  types: readonly VisitType[],
  say: SchedulingSay,
): string {
  const what = say(`modality_${modality}`)
  return inModality(types, visitTypeId, modality) === null ? say('modalityNone', { what }) : what
}

function gapWord(gap: Gap | undefined, say: SchedulingSay): string {
  if (!gap) return ''
  if ('sameDay' in gap) return say('gapSameDay')
  const { minDays = 0, maxDays } = gap
  if (maxDays === undefined) return say('gapAtLeast', { days: minDays })
  return minDays === maxDays ? say('gapExactly', { days: maxDays }) : say('gapDays', { least: minDays, most: maxDays })
}
