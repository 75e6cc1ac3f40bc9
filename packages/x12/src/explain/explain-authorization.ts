import type { Segment } from '../segment.ts'
import { codeWords, dateWords, type Language } from './code-words.ts'

/** 278: what was decided (HCR), whether there is a number for it, until when. */
export function explainAuthorization(language: Language): (segment: Segment) => string | null {
  const isEnglish = language === 'en'
  return (segment) => {
    if (segment.tag === 'HCR') {
      const words = codeWords('authorization', segment.text(1), language)
      const hasNumber = segment.text(2) !== ''
      const number = hasNumber ? (isEnglish ? ' It has a number.' : ' Tiene número.') : ''
      return isEnglish ? `Authorization: ${words}.${number}` : `Autorización: ${words}.${number}`
    }
    if (segment.tag === 'DTP' && segment.text(1) === '036') {
      const date = dateWords(segment.text(3))
      return isEnglish ? `It ends on ${date}.` : `Termina el ${date}.`
    }
    if (segment.tag === 'AAA') {
      return isEnglish
        ? 'The payer could not decide: something in the question is missing or wrong.'
        : 'El pagador no pudo decidir: falta algo en la pregunta o hay un error.'
    }
    return null
  }
}
