import styles from './avatar.module.css'
import { classNames } from './class-names.ts'

export type AvatarProps = {
  readonly name: string
  readonly size?: 'sm' | 'lg'
  readonly tone?: 'brand' | 'quiet'
}

/** Initials only; hidden from assistive technology because the name stands beside it. */
export function Avatar({ name, size = 'sm', tone = 'brand' }: AvatarProps) {
  return (
    <span className={classNames(styles.avatar, styles[size], styles[tone])} aria-hidden>
      {initialsOf(name)}
    </span>
  )
}

export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}
