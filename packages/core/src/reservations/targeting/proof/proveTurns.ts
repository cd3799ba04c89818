import type { LocalTurn } from "../targeting.ts"
import type { TargetingFlaw } from "./flaw.ts"
import type { Grounds } from "./grounds.ts"
import { isLocal, type Matching, matchingOf } from "./matching.ts"

/**
 * Whether those who are served are the first that can be: whoever waits could only be given copies that are all in the
 * hands of reservations before it, however these pass theirs on. The more such reservations and the copies they share
 * are then too few by one, so no assignment serves it along with them.
 */
export const proveTurns = (
  grounds: Grounds,
  matching: Matching,
  localTurns: ReadonlyArray<LocalTurn>,
  localFirst: boolean
): ReadonlyArray<TargetingFlaw> => {
  const inTurn = [...grounds.reservations.keys()]
  if (!localFirst) {
    const [extra] = localTurns
    const flaws = firstServed(grounds, matching, inTurn, () => true)
    return extra === undefined ? flaws : [{ _tag: "PairForbidden", ...extra }, ...flaws]
  }
  const local = matchingOf(grounds, localTurns, true)
  const goesFirst = (reservation: number): boolean => local.copyOf[reservation] !== -1
  const order = [...inTurn.filter(goesFirst), ...inTurn.filter((reservation) => !goesFirst(reservation))]
  return [
    ...local.flaws,
    ...firstServed(grounds, local, inTurn, (reservation, copy) => isLocal(grounds, reservation, copy)),
    ...firstServed(grounds, matching, order, () => true)
  ]
}

const firstServed = (
  grounds: Grounds,
  { copyOf, holderOf }: Matching,
  order: ReadonlyArray<number>,
  allowed: (reservation: number, copy: number) => boolean
): ReadonlyArray<TargetingFlaw> => {
  const placeOf = new Int32Array(order.length)
  for (const [place, reservation] of order.entries()) placeOf[reservation] = place
  // What one that waits reaches was looked at for it: all of it is held by turns before its own, so before later ones.
  const copySeen = new Uint8Array(grounds.copies.length)
  const kindSeen = new Uint8Array(order.length)
  const idOf = (reservation: number) => grounds.reservations[reservation]?.reservationId as LocalTurn["reservationId"]
  const flaws: Array<TargetingFlaw> = []
  for (const [place, root] of order.entries()) {
    if (copyOf[root] !== -1) continue
    const reached = [root]
    for (const reservation of reached) {
      const kind = grounds.kindOf(reservation)
      if (kindSeen[kind] === 1) continue
      kindSeen[kind] = 1
      grounds.eachChoice(reservation, (copy) => {
        if (copySeen[copy] === 1 || !allowed(reservation, copy)) return
        copySeen[copy] = 1
        const holder = holderOf[copy] as number
        const itemId = grounds.copies[copy]?.itemId as LocalTurn["itemId"]
        if (holder === -1) flaws.push({ _tag: "CopyLeftFree", reservationId: idOf(root), itemId })
        else if ((placeOf[holder] as number) > place)
          flaws.push({ _tag: "TurnPassed", reservationId: idOf(root), by: idOf(holder) })
        else reached.push(holder)
      })
    }
  }
  return flaws
}
