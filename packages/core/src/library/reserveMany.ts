import { Schema } from "effect"
import type { Invalid } from "../decision/invalid.ts"
import type { Refusals } from "../decision/refusal.ts"
import type { JoinReceipt } from "../reservations/joinReservations.ts"
import { JoinKind } from "../reservations/model.ts"
import type { ReserveReceipt } from "../reservations/reserve.ts"
import type { Desk } from "./desk.ts"
import type { CommandInput } from "./deskCommands.ts"

/** One title for each reader of a club, several titles for one reader, or several for each of several. */
export interface ReserveMany extends Omit<CommandInput<"reserve">, "title" | "item" | "volume" | "itemType" | "card"> {
  /** With `titles`, at most 200 pairs. Each pair is placed once. */
  readonly cards: ReadonlyArray<string>
  readonly titles: ReadonlyArray<string>
  /** What those of one reader are to each other: one of them is enough, or they come together. Without it, nothing. */
  readonly as?: JoinKind
  /**
   * 1 to 60 characters. A repeat with the same key places what was not placed yet and gives the first receipts of the rest. Where
   * those of a reader were joined already, what comes later stands by itself, and `joined` says so.
   */
  readonly key: string
}

type Refusing = { readonly refusals: Refusals } | { readonly invalid: ReadonlyArray<Invalid> }

export type ReservedOrNot = { readonly card: string; readonly title: string } & (
  | { readonly ok: true; readonly receipt: ReserveReceipt; readonly repeated: boolean }
  | ({ readonly ok: false } & Refusing)
)

export type JoinedOrNot = { readonly card: string } & (
  | { readonly ok: true; readonly receipt: JoinReceipt; readonly repeated: boolean }
  | ({ readonly ok: false } & Refusing)
)

/** One receipt for all that was asked for. */
export interface ReserveManyReceipt {
  /** Reader by reader, in the order in which they were given. */
  readonly reservations: ReadonlyArray<ReservedOrNot>
  /** The readers of whom more than one was placed, where they are something to each other. */
  readonly joined: ReadonlyArray<JoinedOrNot>
  readonly placed: number
  readonly refused: number
  /** What all together cost, in minor units. */
  readonly cost: number
}

export const reserveManyMax = 200
const keyMax = 60

/**
 * Places several reservations, each by itself, one after the other, so that each counts for the limits of the next; then joins
 * those of one reader. What cannot be placed says why and holds up no other; with a wrong key or `as`, or too many pairs, nothing
 * is placed, and each pair says that. Faults are thrown as by `reserve`: what was placed before stays, and the same key goes on.
 */
export const reserveMany = async (
  desk: Desk,
  { cards, titles, as, key, ...terms }: ReserveMany
): Promise<ReserveManyReceipt> => {
  const reservations: Array<ReservedOrNot> = []
  const joined: Array<JoinedOrNot> = []
  const [eachCard, eachTitle] = [new Set(cards), new Set(titles)]
  const invalid = wrongOfAll({ key, as, pairs: eachCard.size * eachTitle.size })
  for (const card of eachCard) {
    const ids: Array<string> = []
    for (const title of eachTitle) {
      if (invalid.length > 0) {
        reservations.push({ card, title, ok: false, invalid })
        continue
      }
      const answer = await desk.reserve({ ...terms, title, card, key: `${key}#${card}#${title}` })
      reservations.push({ card, title, ...answer })
      if (answer.ok) ids.push(...answer.receipt.reservationIds)
    }
    if (as === undefined || ids.length < 2) continue
    const by = terms.by === undefined ? {} : { by: terms.by }
    const together = { card, ...by, reservations: ids, as, at: terms.at, key: `${key}#${card}#${as}${ids.length}` }
    joined.push({ card, ...(await desk.joinReservations(together)) })
  }
  const receipts = reservations.flatMap((one) => (one.ok ? [one.receipt] : []))
  return {
    reservations,
    joined,
    placed: receipts.length,
    refused: reservations.length - receipts.length,
    cost: receipts.reduce((sum, { charges }) => sum + charges.reduce((all, { amount }) => all + amount, 0), 0)
  }
}

const isJoinKind = Schema.is(JoinKind)

/** What does not hold of all together: found before the first is placed. */
const wrongOfAll = ({
  key,
  as,
  pairs
}: {
  readonly key: unknown
  readonly as: unknown
  readonly pairs: number
}): ReadonlyArray<Invalid> => {
  const invalid: Array<Invalid> = []
  if (typeof key !== "string" || key.length < 1 || key.length > keyMax)
    invalid.push({ path: "key", expected: `a text of 1 to ${keyMax} characters` })
  if (as !== undefined && !isJoinKind(as)) invalid.push({ path: "as", expected: '"anyOf" or "together"' })
  if (pairs > reserveManyMax)
    invalid.push({ path: "cards", expected: `with the titles no more than ${reserveManyMax} pairs` })
  return invalid
}
