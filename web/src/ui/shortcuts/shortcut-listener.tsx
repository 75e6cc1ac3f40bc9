import { useEffect } from 'react'
import { isPrintable, strokeOf, worksWhileTyping } from './keys.ts'
import { shortcuts } from './registry.ts'
import { areSingleKeysOn } from './single-keys.ts'

const sequencePauseMs = 1500
const textInputs =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range]), textarea, select, [contenteditable]:not([contenteditable=false])'
const ownLetters = '[role=menu], [role=listbox], [role=spinbutton]'

/**
 * Letters, signs, Ctrl combinations and function keys are taken on the way down, because grids stop them on the way up.
 * Escape, Enter and arrows are taken on the way up, after every control that has a use for them.
 */
export function ShortcutListener() {
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined
    const take = (event: KeyboardEvent, isWayDown: boolean) => {
      if (event.defaultPrevented || event.repeat) return
      const stroke = strokeOf(event)
      if (stroke === null || isWayDown !== isTakenEarly(stroke) || !isMeant(stroke, event.target)) return
      clearTimeout(pause)
      const outcome = shortcuts.press(stroke)
      if (outcome === 'unknown') return
      event.preventDefault()
      event.stopPropagation()
      if (outcome === 'waiting') pause = setTimeout(() => shortcuts.forget(), sequencePauseMs)
    }
    const down = (event: KeyboardEvent) => take(event, true)
    const up = (event: KeyboardEvent) => take(event, false)
    // Not on the window, before the document: React Aria would not hear that a key was pressed, take the focus for one moved by
    // a screen reader and give it to a window so late that the window itself may take it.
    document.addEventListener('keydown', down, { capture: true })
    window.addEventListener('keydown', up)
    return () => {
      clearTimeout(pause)
      document.removeEventListener('keydown', down, { capture: true })
      window.removeEventListener('keydown', up)
    }
  }, [])
  return null
}

function isTakenEarly(stroke: string): boolean {
  return isPrintable(stroke) || worksWhileTyping(stroke)
}

/** Somebody who types a word, or who searches a menu by its first letters, means no shortcut. */
function isMeant(stroke: string, target: EventTarget | null): boolean {
  if (worksWhileTyping(stroke)) return true
  // `?` still opens the sheet, which is where single keys are turned on again.
  if (isPrintable(stroke) && stroke !== '?' && !areSingleKeysOn()) return false
  if (!(target instanceof Element)) return true
  if ((stroke === 'j' || stroke === 'k') && target.closest('[data-moves-with-j-k]')) return false
  return target.closest(`${textInputs}, ${ownLetters}`) === null
}
