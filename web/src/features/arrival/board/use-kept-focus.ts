import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * A card that moves to another column is made anew and would lose the focus. It gets it back; when it went into a folded
 * column, the focus goes to the first card that is left where it stood, else to the fold.
 */
export function useKeptFocus(frame: RefObject<HTMLElement | null>) {
  const held = useRef<{ readonly id: string; readonly column: string } | null>(null)
  useEffect(() => {
    if (held.current === null || !isNowhere(document.activeElement)) return
    const { id, column } = held.current
    const find = (selector: string) => frame.current?.querySelector<HTMLElement>(selector)
    const target =
      find(`[data-visit="${CSS.escape(id)}"]`) ??
      find(`[data-column="${column}"] [data-visit]`) ??
      find('[data-visit]') ??
      find('button')
    target?.focus()
  })
  return {
    onFocus: (event: FocusEvent) => {
      const card = event.target.closest<HTMLElement>('[data-visit]')
      const id = card?.dataset['visit']
      const column = card?.closest<HTMLElement>('[data-column]')?.dataset['column']
      held.current = id && column ? { id, column } : null
    },
    // Not called when the focused card is taken away: then the place is remembered.
    onBlur: () => {
      held.current = null
    },
  }
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body
}
