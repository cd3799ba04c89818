import type { ReservationRow } from "./model.ts"
import { placeAt, placeGap, rankAt, rankStretch } from "./place.ts"

/** Reservations of one queue that stand next to each other, in order. */
export interface Neighbourhood {
  readonly rows: ReadonlyArray<ReservationRow>
  /** Whether nobody stands before the first of them, and behind the last. */
  readonly isFromFirst: boolean
  readonly isToLast: boolean
  /** The number that the next reservation of the queue gets. */
  readonly nextPlace: number
  /** Where the one that moves stands until it is written, last of all. */
  readonly ownPlace: number
}

export interface MovedPlaces {
  /** For the reservation that moves. */
  readonly place: number
  /** Whether it took the number of the next reservation. */
  readonly taken: 0 | 1
  /** Others that make room for it. */
  readonly others: ReadonlyArray<{ readonly row: ReservationRow; readonly to: number }>
}

/**
 * A place in front of the `index`-th of these reservations, in its rank; behind the last where there is none such.
 * `null`: there is no room in this neighbourhood.
 */
export const movedPlaces = (near: Neighbourhood, index: number): MovedPlaces | null => {
  const rank = rankAt(placeOf(near.rows[index] ?? near.rows[index - 1]))
  const isOfRank = (row: ReservationRow): boolean => rankAt(placeOf(row)) === rank
  const [first, end] = [near.rows.findIndex(isOfRank), near.rows.findLastIndex(isOfRank) + 1]
  const ofRank = {
    rows: near.rows.slice(first, end),
    isFromFirst: near.isFromFirst || first > 0,
    isToLast: near.isToLast || end < near.rows.length,
    nextPlace: near.nextPlace,
    ownPlace: near.ownPlace
  }
  return movedInRank(ofRank, index - first)
}

/**
 * A place between the `index`-th of these reservations and the one before it. Places are whole numbers: where none is left
 * between two, those around them are spread anew, each onto a number that nobody has, as a place is nobody's twice even
 * while they are written. They are all of one rank: what lies between two ranks is the place of none that a rule gives.
 */
const movedInRank = (near: Neighbourhood, index: number): MovedPlaces | null => {
  const { rows, nextPlace } = near
  const [before, after] = [rows[index - 1], rows[index]]
  if (after === undefined) {
    const rank = rankAt(placeOf(before))
    return { place: placeAt(rank, nextPlace), taken: 1, others: [] }
  }
  const low = before === undefined ? Math.max(lowest(after), placeOf(after) - 2 * placeGap) : placeOf(before)
  const middle = Math.floor((low + placeOf(after)) / 2)
  return middle > low ? { place: middle, taken: 0, others: [] } : spread(near, index)
}

const spread = (
  { rows, isFromFirst, isToLast, nextPlace, ownPlace }: Neighbourhood,
  index: number
): MovedPlaces | null => {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return null
  const low = isFromFirst ? Math.max(lowest(first), placeOf(first) - placeGap * rows.length) : placeOf(first)
  const high = isToLast ? placeAt(rankAt(placeOf(last)), nextPlace) : placeOf(last)
  const free = rows.slice(isFromFirst ? 0 : 1, isToLast ? rows.length : -1)
  const at = index - (isFromFirst ? 0 : 1)
  const step = (high - low) / (free.length + 2)
  if (step < 4) return null
  const held = new Set([ownPlace, ...rows.map(placeOf)])
  const places = Array.from({ length: free.length + 1 }, (_, nth) => {
    let place = Math.floor(low + (nth + 1) * step)
    while (held.has(place)) place++
    held.add(place)
    return place
  })
  const order = [...free.slice(0, at), null, ...free.slice(at)]
  const others = order.flatMap((row, nth) => (row === null ? [] : [{ row, to: places[nth] as number }]))
  // A run of held numbers longer than a step would put one behind its neighbour.
  if (places.some((place, nth) => nth > 0 && place <= (places[nth - 1] as number)) || (places.at(-1) as number) >= high)
    return null
  return { place: places[at] as number, taken: 0, others }
}

const placeOf = (row: ReservationRow | undefined): number => row?.place ?? 0

/** The first number of the stretch of its rank. */
const lowest = (row: ReservationRow): number => rankAt(placeOf(row)) * rankStretch
