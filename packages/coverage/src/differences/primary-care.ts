import type { Party } from '../benefits/eligibility.ts'
import { isSameName } from './payers-names.ts'

/** Before and after the name of somebody who heals, and of the firm they do it in; payers mostly leave them out. */
const besideNames = new Set(
  'DR DOCTOR DOCTORA DRA PROF MR MRS MS MD DO DPM NP FNP ANP CNP DNP APRN ARNP CRNP RN PA PAC PHD MBBS FACP FAAP JR SR II III IV LLC PLLC LLP PC INC THE'.split(
    ' ',
  ),
)

/** The words of a name; `M.D.` is one. */
function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
}

/** Without what only stands beside it; nothing but such words is a name after all: Do is also a family. */
function ownWords(words: readonly string[]): readonly string[] {
  const own = words.filter((word) => !besideNames.has(word))
  return own.length === 0 ? words : own
}

/** An initial stands for any name that begins with it. */
function mayBeSame(one: string, other: string): boolean {
  return one.length === 1 || other.length === 1 ? one[0] === other[0] : isSameName(one, other)
}

function isNamed(recorded: readonly string[], family: string, given: string | undefined): boolean {
  return recorded.some((_, from) =>
    recorded.some((__, to) => {
      if (to < from || !isSameName(recorded.slice(from, to + 1).join(''), family)) return false
      const rest = [...recorded.slice(0, from), ...recorded.slice(to + 1)]
      if (given === undefined || rest[0] === undefined) return true
      return mayBeSame(rest[0], given) || rest.some((word) => isSameName(word, given))
    }),
  )
}

/** Whether what people wrote may name whom the payer names: a part that either leaves out contradicts nothing. */
function isSamePractitioner(ours: string, theirs: Party): boolean {
  const recorded = wordsOf(ours)
  const family = ownWords(wordsOf(theirs.name)).join('')
  if (!theirs.isPerson) return isSameName(ownWords(recorded).join(''), family)
  const [given] = ownWords(wordsOf(theirs.given ?? ''))
  return [ownWords(recorded), recorded].some((words) => isNamed(words, family, given))
}

/**
 * Whom the plan has as primary care provider where the record says somebody else or nobody; null: nothing differs. Of
 * several the first, unless any of them is ours.
 */
export function primaryCareDifference(said: readonly Party[], recorded: string | null): Party | null {
  const named = said.filter(({ name }) => name.trim() !== '')
  if (recorded !== null && named.some((one) => isSamePractitioner(recorded, one))) return null
  return named[0] ?? null
}
