import { Trash2 } from 'lucide-react'
import { usePractice } from '../../../app/site.ts'
import { Button, DateField, NumberField, Segmented, Select, Switch, TextField, TimeField } from '../../../ui/index.ts'
import { EndTimeField } from '../end-time-field.tsx'
import { PickMany } from '../pick-many.tsx'
import page from '../practice.module.css'
import { weekdayName } from '../resources/weekday-names.ts'
import { inOrder } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { type Fault, inWeeks, type Painted, weeksOf } from './model.ts'
import { sessionText } from './session-text.ts'

export interface SessionFieldsProps {
  readonly session: Painted
  readonly from: string
  readonly lanes: number
  readonly isReadOnly: boolean
  readonly fault: Fault['problem'] | undefined
  readonly onChange: (session: Painted) => void
  readonly onRemove: () => void
  readonly onDone: () => void
}

type Key = keyof Painted

/** Everything about one session. A field that is left empty asks for nothing special. */
export function SessionFields(props: SessionFieldsProps) {
  const { session, from, lanes, isReadOnly, fault, onChange, onRemove, onDone } = props
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()
  const isBreak = session.kind === 'break'
  /** Leaves out what is not set. */
  const put = <K extends Key>(name: K, value: Painted[K] | null | undefined) => {
    const { [name]: _, ...rest } = session
    onChange((value === null || value === undefined ? rest : { ...rest, [name]: value }) as Painted)
  }
  const name = (one: { name: string; nameEs: string }) => (locale.startsWith('es') ? one.nameEs : one.name)
  if (isReadOnly) return <p>{sessionText(say, session, weekdayName(session.weekday, locale, 'long'))}</p>
  return (
    <section aria-label={say('sessionPanel')} className={page.part}>
      <h2>{weekdayName(session.weekday, locale, 'long')}</h2>
      <div className={page.fields}>
        <TimeField
          label={say('from')}
          value={session.startMinute}
          onChange={(minute) => minute !== null && put('startMinute', minute)}
          errorMessage={fault && say(fault)}
        />
        <EndTimeField
          label={say('to')}
          value={session.endMinute}
          onChange={(minute) => minute !== null && put('endMinute', minute)}
        />
      </div>
      <Segmented
        label={say('paintKind')}
        options={[
          { id: 'open', label: say('paint_open') },
          { id: 'break', label: say('paint_break') },
        ]}
        value={session.kind ?? 'open'}
        onChange={(kind) => put('kind', kind === 'break' ? 'break' : undefined)}
      />
      <TextField
        label={say('sessionName')}
        description={say('sessionNameHelp')}
        value={session.label ?? ''}
        onChange={(label) => put('label', label === '' ? undefined : label)}
        maxLength={60}
        autoComplete="off"
      />
      <Select
        label={say('paintWeeks')}
        options={[
          { id: 'every', label: say('weeks_every') },
          { id: 'a', label: say('weeks_a') },
          { id: 'b', label: say('weeks_b') },
        ]}
        value={weeksOf(session, from)}
        onChange={(weeks) => onChange(inWeeks(session, weeks, from))}
      />
      {!isBreak && (
        <>
          <Switch
            isSelected={session.walkIn ?? false}
            onChange={(isOn) => put('walkIn', isOn ? true : undefined)}
            description={say('walkInHelp')}
          >
            {say('walkIn')}
          </Switch>
          <PickMany
            legend={say('onlyFor')}
            description={say('onlyForHelp')}
            choices={inOrder(visitTypes, locale)
              .filter(({ active }) => active)
              .map((one) => ({ id: one.id, label: name(one) }))}
            chosen={session.visitTypeIds ?? []}
            onChange={(ids) => put('visitTypeIds', ids.length === 0 ? undefined : [...ids])}
          />
          {session.visitTypeIds && (
            <NumberField
              label={say('release')}
              description={say('releaseHelp')}
              unit={say('hoursUnit')}
              value={session.releaseMinutes === undefined ? null : session.releaseMinutes / 60}
              onChange={(hours) => put('releaseMinutes', hours === null ? undefined : Math.round(hours * 60))}
              minValue={0}
              maxValue={8760}
            />
          )}
          <div className={page.fields}>
            <NumberField
              label={say('capacity')}
              description={say('capacityHelp')}
              value={session.capacity ?? null}
              onChange={(capacity) => put('capacity', capacity)}
              minValue={0}
              maxValue={500}
            />
            <NumberField
              label={say('lanes')}
              description={say('lanesOfResource', { count: lanes })}
              value={session.lanes ?? null}
              onChange={(count) => put('lanes', count)}
              minValue={1}
              maxValue={50}
            />
            <NumberField
              label={say('overbook')}
              description={say('overbookHelp')}
              value={session.overbook ?? null}
              onChange={(overbook) => put('overbook', overbook === 0 ? null : overbook)}
              minValue={0}
              maxValue={10}
            />
            <NumberField
              label={say('grid')}
              description={say('gridHelp')}
              unit={say('minutes')}
              value={session.gridMinutes ?? null}
              onChange={(grid) => put('gridMinutes', grid)}
              minValue={5}
              maxValue={240}
            />
          </div>
        </>
      )}
      <div className={page.fields}>
        <DateField
          label={say('validFrom')}
          value={session.validFrom ?? null}
          minValue={from}
          onChange={(date) => put('validFrom', date)}
        />
        <DateField
          label={say('validTo')}
          value={session.validTo ?? null}
          minValue={session.validFrom ?? from}
          onChange={(date) => put('validTo', date)}
        />
      </div>
      <div className={page.fields}>
        <Button onPress={onDone}>{say('backToWeek')}</Button>
        <Button variant="quiet" icon={Trash2} onPress={onRemove}>
          {say('removeSession')}
        </Button>
      </div>
    </section>
  )
}
