/** Wrong birth dates after which a link opens nothing any more. */
export const MOST_TRIES = 5
/** How long a link opens after it was made. */
export const LINK_DAYS = 30
