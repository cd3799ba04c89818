import type { ItemId } from "../../../catalogue/model.ts"
import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import type { Standing, Ways } from "../rules/ways.ts"
import { byTurn } from "../turnOrder.ts"

/** The rows that a proof looks at, numbered, and which copies may fill which reservation, straight from the rules. */
export interface Grounds {
  /** In the order of their turns. */
  readonly reservations: ReadonlyArray<TargetedReservation>
  readonly reservationNumbers: ReadonlyMap<string, number>
  readonly copies: ReadonlyArray<TargetedCopy>
  readonly copyNumbers: ReadonlyMap<string, number>
  readonly standing: ReadonlyArray<Standing>
  /** Calls for each copy that may fill the reservation, with the cost of its ways. */
  readonly eachChoice: (reservation: number, call: (copy: number, cost: number) => void) => void
  /** What such a pair costs; `Infinity`: it is forbidden. */
  readonly pairCost: (reservation: number, copy: number) => number
  /** The same number for reservations that have the same choices. */
  readonly kindOf: (reservation: number) => number
  /** The copies of a list that reservations share, looked up once. */
  readonly lists: (list: ReadonlyArray<ItemId>) => ReadonlySet<ItemId>
}

export const groundsOf = (
  rows: { readonly reservations: ReadonlyArray<TargetedReservation>; readonly copies: ReadonlyArray<TargetedCopy> },
  ways: Ways
): Grounds => {
  const reservations = rows.reservations.toSorted(byTurn)
  const wanted = new Map<string, Array<number>>()
  for (const { titleIds } of reservations) for (const title of titleIds) if (!wanted.has(title)) wanted.set(title, [])
  const copies = rows.copies.filter(({ titleId }) => wanted.has(titleId))
  for (const [number, { titleId }] of copies.entries()) wanted.get(titleId)?.push(number)
  const standing = copies.map(ways.standing)
  const pickups = reservations.map(({ pickupBranch }) => ways.placeOf(pickupBranch))
  const lists = asSets()
  const pairCost = (reservation: number, copy: number): number =>
    isWanted(reservations[reservation] as TargetedReservation, copies[copy] as TargetedCopy, lists)
      ? ways.cost(standing[copy] as Standing, pickups[reservation] as number)
      : Number.POSITIVE_INFINITY
  return {
    reservations,
    reservationNumbers: new Map(reservations.map(({ reservationId }, number) => [reservationId, number])),
    copies,
    copyNumbers: new Map(copies.map(({ itemId }, number) => [itemId, number])),
    standing,
    pairCost,
    lists,
    eachChoice: (reservation, call) => {
      const row = reservations[reservation] as TargetedReservation
      const pickup = pickups[reservation] as number
      const wantsAny = isPlain(row)
      for (const title of new Set(row.titleIds))
        for (const copy of wanted.get(title) ?? []) {
          const cost = wantsAny ? ways.cost(standing[copy] as Standing, pickup) : pairCost(reservation, copy)
          if (cost !== Number.POSITIVE_INFINITY) call(copy, cost)
        }
    },
    kindOf: kindsOf(reservations, pickups)
  }
}

const asSets = (): Grounds["lists"] => {
  const known = new Map<ReadonlyArray<ItemId>, ReadonlySet<ItemId>>()
  return (list) => {
    const found = known.get(list) ?? new Set(list)
    known.set(list, found)
    return found
  }
}

const isWanted = (
  { titleIds, itemId, volume, excludedItems }: TargetedReservation,
  copy: TargetedCopy,
  lists: Grounds["lists"]
): boolean =>
  titleIds.includes(copy.titleId) &&
  (itemId === null || itemId === copy.itemId) &&
  (volume === null || volume === copy.volume) &&
  (excludedItems.length === 0 || !lists(excludedItems).has(copy.itemId))

const isPlain = ({ itemId, volume, excludedItems }: TargetedReservation): boolean =>
  itemId === null && volume === null && excludedItems.length === 0

/** Only those that want copies of one title, and whose lists are the very same, are known to be alike. */
const kindsOf = (
  reservations: ReadonlyArray<TargetedReservation>,
  pickups: ReadonlyArray<number>
): ((reservation: number) => number) => {
  const numbers = new Map<ReadonlyArray<ItemId>, number>()
  const numberOf = (list: ReadonlyArray<ItemId>): number => {
    const number = numbers.get(list) ?? numbers.size
    numbers.set(list, number)
    return number
  }
  const firsts = new Map<string, number>()
  const kinds = reservations.map(({ titleIds, itemId, volume, excludedItems, firstFor }, number) => {
    if (titleIds.length > 1 || itemId !== null || volume !== null) return number
    const excluded = excludedItems.length === 0 ? "" : numberOf(excludedItems)
    const kind = `${pickups[number]} ${excluded} ${firstFor === undefined ? "" : numberOf(firstFor)} ${titleIds[0]}`
    const first = firsts.get(kind) ?? number
    firsts.set(kind, first)
    return first
  })
  return (reservation) => kinds[reservation] as number
}
