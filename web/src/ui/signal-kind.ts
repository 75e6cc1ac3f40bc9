export type SignalKind = 'ok' | 'warn' | 'bad' | 'info' | 'quiet'

/** Colour never speaks alone: every signal has its sign, and the word beside it. */
export const signs: Readonly<Record<SignalKind, string>> = { ok: '✓', warn: '!', bad: '✕', info: '→', quiet: '◆' }
