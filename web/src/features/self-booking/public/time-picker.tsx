import styles from './book.module.css'
import type { Time, Times } from './draft.ts'
import { Trouble } from './frame.tsx'
import { addDays, cityOf, dateOf, dateText, hourOf, isOtherClock, timeText } from './times.ts'
import { troubleOf } from './trouble.ts'
import { DAYS, useWeek } from './use-week.ts'
import type { Language, Say } from './words.ts'

export interface TimePickerProps {
  /** Keeps its identity from render to render. */
  readonly load: (from: string | null, days: number) => Promise<Times>
  readonly onPick: (time: Time, zone: string) => void
  readonly language: Language
  readonly say: Say
}

/** A week of days, then the times of one of them. */
export function TimePicker({ load, onPick, language, say }: TimePickerProps) {
  const { answer, day, trouble, setDay, show } = useWeek(load)
  if (trouble !== null)
    return (
      <>
        <Trouble>{say(troubleOf(trouble))}</Trouble>
        <button type="button" className={styles.quietButton} onClick={() => show(answer?.from ?? null)}>
          {say('retry')}
        </button>
      </>
    )
  if (!answer) return <p role="status">{say('loading')}</p>
  const { timeZone: zone, times, from, to, lastDate } = answer
  const dates = Array.from({ length: DAYS }, (_, index) => addDays(from, index)).filter((date) => date <= to)
  const of = (date: string): Time[] => times.filter(({ start }) => dateOf(start, zone) === date)
  const shown = day === null ? [] : of(day)
  const parts = [
    { word: 'morning', times: shown.filter(({ start }) => hourOf(start, zone) < 12) },
    { word: 'afternoon', times: shown.filter(({ start }) => hourOf(start, zone) >= 12) },
  ] as const
  return (
    <>
      {isOtherClock(times[0]?.start ?? `${from}T12:00:00Z`, zone) && (
        <p className={styles.lead}>{say('zone', { city: cityOf(zone) })}</p>
      )}
      <div className={styles.days} role="group" aria-label={say('days')}>
        {dates.map((date) => {
          const count = of(date).length
          return (
            <button
              key={date}
              type="button"
              className={styles.day}
              aria-pressed={date === day}
              disabled={count === 0}
              onClick={() => setDay(date)}
            >
              <span className={styles.dayName}>
                {dateText(date, language, 'short')
                  .split(', ')
                  .map((part) => (
                    <span key={part}>{part}</span>
                  ))}
              </span>
              <small>{count === 0 ? say('none') : say(count === 1 ? 'free_one' : 'free_other', { count })}</small>
            </button>
          )
        })}
      </div>
      <div className={styles.week}>
        {from > answer.first && (
          <button type="button" className={styles.quietButton} onClick={() => show(addDays(from, -DAYS))}>
            {say('earlier')}
          </button>
        )}
        {to < lastDate && (
          <button type="button" className={styles.quietButton} onClick={() => show(addDays(to, 1))}>
            {say('later')}
          </button>
        )}
      </div>
      {times.length === 0 && <p role="status">{say(to < lastDate ? 'noTimes' : 'noTimesAtAll')}</p>}
      {parts.map(
        (part) =>
          part.times.length > 0 && (
            <section key={part.word} aria-labelledby={`part-${part.word}`}>
              <h2 className={styles.part} id={`part-${part.word}`}>
                {say(part.word)}
              </h2>
              <div className={styles.times}>
                {part.times.map((time) => (
                  <button key={time.start} type="button" className={styles.time} onClick={() => onPick(time, zone)}>
                    {timeText(time.start, zone, language)}
                    {time.clinician && <small>{time.clinician.name}</small>}
                  </button>
                ))}
              </div>
            </section>
          ),
      )}
    </>
  )
}
