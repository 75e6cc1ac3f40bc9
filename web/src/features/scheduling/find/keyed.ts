/** There is a key for each of nine: as many are shown, and no more have one. */
export const mostKeys = 9
