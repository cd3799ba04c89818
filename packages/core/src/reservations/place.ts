/**
 * Places in a queue are whole numbers, the smallest first. A rank takes a stretch of 2^41 of them; in its middle the
 * reservations of that rank begin, one every 1,024, so that one can be moved in front of all others, or between two.
 */
export const rankStretch = 2 ** 41
const begin = 2 ** 40
export const placeGap = 1_024

/** Of a reservation that no rule ranks. */
export const rankOfNone = 1_000

/** The place of the `nth` reservation of a title, of this rank. */
export const placeAt = (rank: number, nth: number): number => rank * rankStretch + begin + nth * placeGap

/** The rank that a place belongs to: as placed, or as moved among others by hand. */
export const rankAt = (place: number): number => Math.floor(place / rankStretch)
