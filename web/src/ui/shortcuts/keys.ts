/** A stroke in the spelling of shortcut maps: `c`, `?`, `Ctrl+k`, `Shift+x`, `F2`, `Escape`. Command counts as Ctrl. */
export function strokeOf(event: KeyboardEvent): string | null {
  if (event.isComposing || ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead'].includes(event.key)) return null
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  // Signs such as ? or / need Shift on some keyboards: for them Shift is part of the sign.
  const hasOwnShift = /^\p{L}$/u.test(key) || key.length > 1
  const isThirdLevel = event.getModifierState('AltGraph')
  const parts = [
    !isThirdLevel && (event.ctrlKey || event.metaKey) && 'Ctrl',
    !isThirdLevel && event.altKey && 'Alt',
    event.shiftKey && hasOwnShift && 'Shift',
    key,
  ]
  return parts.filter(Boolean).join('+')
}

/** `Ctrl+K` → `Ctrl+k`, `g T` → `g t`: how strokes are compared. */
export function spellKeys(keys: string): string {
  return keys
    .split(' ')
    .map((stroke) => {
      const parts = stroke === '+' ? ['+'] : stroke.split('+')
      const key = parts.at(-1) ?? ''
      return [...parts.slice(0, -1), key.length === 1 ? key.toLowerCase() : key].join('+')
    })
    .join(' ')
}

/** Works even while somebody types: Ctrl combinations and function keys. */
export function worksWhileTyping(stroke: string): boolean {
  return stroke.startsWith('Ctrl+') || /^F\d{1,2}$/.test(stroke)
}

export function isPrintable(stroke: string): boolean {
  return [...stroke.replace('Shift+', '')].length === 1 && !stroke.endsWith(' ')
}
