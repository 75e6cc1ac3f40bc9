/** After something that had the focus went away by itself: the next Tab then starts in the page, not at the window's top. */
export function rescueFocus(): void {
  setTimeout(() => {
    const at = document.activeElement
    if (at === null || at === document.body)
      document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
  }, 50)
}
