import { type RefObject, useEffect, useState } from 'react'

export interface CardFocus {
  /** The one that keys act on: where the focus was last. */
  readonly selected: string | null
  readonly move: (step: 1 | -1) => void
  /** Before one goes away by itself: whoever stood on it then stands on the next. */
  readonly keepPlace: (id: string) => void
}

function cardsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
}

function placeOf(list: HTMLElement | null, id: string | null): number {
  return cardsIn(list).findIndex((card) => card.dataset['card'] === id)
}

function goTo(list: HTMLElement | null, at: number): void {
  const cards = cardsIn(list)
  const card = cards[Math.min(Math.max(at, 0), cards.length - 1)]
  if (!card) return
  card.focus()
  card.scrollIntoView({ block: 'nearest' })
}

/** Cards in a list that j and k go through; each has `data-card` with its id and takes the focus. */
export function useCardFocus(list: RefObject<HTMLElement | null>): CardFocus {
  const [selected, setSelected] = useState<string | null>(null)
  useEffect(() => {
    const element = list.current
    const note = ({ target }: FocusEvent): void => {
      const card = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
      setSelected(card?.dataset['card'] ?? null)
    }
    element?.addEventListener('focusin', note)
    return () => element?.removeEventListener('focusin', note)
  }, [list])
  return {
    selected,
    move: (step) => goTo(list.current, selected === null ? 0 : placeOf(list.current, selected) + step),
    keepPlace: (id) => {
      const element = list.current
      const at = placeOf(element, id)
      if (!element || at < 0) return
      const gone = new MutationObserver(() => {
        if (placeOf(element, id) >= 0) return
        gone.disconnect()
        goTo(element, at)
      })
      gone.observe(element, { childList: true })
    },
  }
}
