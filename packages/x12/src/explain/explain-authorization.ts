import type { Segment } from '../segment.ts'
import { codeWords, dateWords, type Language, wordsOf } from './code-words.ts'

/** 278: what was decided and why (HCR; HCR03 is of X12 external code source 886), whether there is a number for it, until when, or why nothing could be (AAA). */
export function explainAuthorization(language: Language): (segment: Segment) => string | null {
  const isEnglish = language === 'en'
  return (segment) => {
    if (segment.tag === 'HCR') {
      const reason = segment.text(3)
      // Payers that grew up with 004010 still send its codes, which are those of AAA.
      const list = wordsOf('decisionReason', reason, language) === null ? 'rejectReason' : 'decisionReason'
      const why = reason === '' ? '' : `: ${codeWords(list, reason, language)}`
      const words = `${codeWords('authorization', segment.text(1), language)}${why}`
      const hasNumber = segment.text(2) !== ''
      const number = hasNumber ? (isEnglish ? ' It has a number.' : ' Tiene número.') : ''
      return isEnglish ? `Authorization: ${words}.${number}` : `Autorización: ${words}.${number}`
    }
    if (segment.tag === 'DTP' && segment.text(1) === '036') {
      const date = dateWords(segment.text(3))
      return isEnglish ? `It ends on ${date}.` : `Termina el ${date}.`
    }
    if (segment.tag === 'AAA') {
      const why = codeWords('rejectReason', segment.text(3), language)
      const next = segment.text(4)
      const todo = next === '' ? '' : codeWords('nextStep', next, language)
      const advice = todo === '' ? '' : isEnglish ? ` What to do: ${todo}.` : ` Qué hacer: ${todo}.`
      return (isEnglish ? `The payer could not decide: ${why}.` : `El pagador no pudo decidir: ${why}.`) + advice
    }
    return null
  }
}
