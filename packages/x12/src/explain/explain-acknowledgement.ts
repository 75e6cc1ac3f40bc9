import type { Segment } from '../segment.ts'
import { codeWords, type Language } from './code-words.ts'

/** 999: the answer to each set and to the group, and where the errors are. */
export function explainAcknowledgement(language: Language): (segment: Segment) => string | null {
  const isEnglish = language === 'en'
  let tag = ''
  return (segment) => {
    switch (segment.tag) {
      case 'IK3': {
        tag = shortCode(segment.text(1))
        const error = codeWords('segmentError', segment.text(4), language)
        const number = shortCode(segment.text(2))
        return isEnglish ? `Segment ${number}, ${tag}: ${error}.` : `Segmento ${number}, ${tag}: ${error}.`
      }
      case 'IK4': {
        const component = segment.part(1, 2)
        const place = `${tag}${shortCode(segment.part(1, 1)).padStart(2, '0')}${component === '' ? '' : `-${shortCode(component)}`}`
        return `${place}: ${codeWords('elementError', segment.text(3), language)}.`
      }
      case 'IK5':
        return `${isEnglish ? 'The set is' : 'La transacción es:'} ${codeWords('answer', segment.text(1), language)}.`
      case 'AK9': {
        const [sent, received, accepted] = [2, 3, 4].map((element) => shortCode(segment.text(element)))
        const answer = codeWords('answer', segment.text(1), language)
        return isEnglish
          ? `The group is ${answer}: ${sent} ${sent === '1' ? 'set was' : 'sets were'} sent, ${received} came, ${accepted} ${accepted === '1' ? 'was' : 'were'} accepted.`
          : `El grupo es: ${answer}. Transacciones enviadas: ${sent}; recibidas: ${received}; aceptadas: ${accepted}.`
      }
      default:
        return null
    }
  }
}

/** TA1: the answer to an interchange. */
export function explainInterchangeAcknowledgement(ta1: Segment, language: Language): string {
  const answer = codeWords('answer', ta1.text(4), language)
  const note = shortCode(ta1.text(5))
  const why = note === '000' ? '' : `: ${codeWords('interchangeNote', note, language)}`
  return language === 'en' ? `The file was ${answer}${why}.` : `El archivo fue ${answer}${why}.`
}

function shortCode(text: string): string {
  return /^[A-Z0-9]{1,10}$/.test(text) ? text : '?'
}
