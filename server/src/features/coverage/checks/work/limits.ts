/** Tries of a question that the other side took and did not answer well. */
export const MOST_TRIES = 3
/** How long a question waits for a payer that is down, or for the answer to a batch. */
export const GIVE_UP_HOURS = 24
