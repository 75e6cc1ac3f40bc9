// Runs before the first paint: the stored theme must be on <html> before any style is computed.
;(() => {
  try {
    const theme = localStorage.getItem('foyer.theme')
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  } catch {
    // Storage may be blocked; the system's colour scheme then decides.
  }
})()
