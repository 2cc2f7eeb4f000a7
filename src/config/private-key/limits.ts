/**
 * The longest text taken for a key, in characters; nothing inside it can be longer either. A key of
 * {@link MOST_BITS} in base64 twice over is a third of it.
 */
export const LONGEST_TEXT = 64 * 1024

/** GitHub makes keys of 2048 bits; RFC 7518, section 3.3, wants no fewer for RS256. */
export const FEWEST_BITS = 2048

/** To sign with a key of this size takes two seconds; with one of six times as much, minutes. */
export const MOST_BITS = 16_384
