import type { ReserveWish } from "../api/api.ts"
import { instantHere } from "../rules/instantHere.ts"

/** What is wished of a title as it is typed and chosen; empty: nothing is said of it. */
export interface TypedWish {
  readonly item: string
  readonly volume: string
  readonly itemType: string
  readonly kind: "" | "page" | "wait" | "recall"
  readonly copies: string
  /** Days in the form of a date field. */
  readonly from: string
  readonly until: string
}

export const noWish: TypedWish = { item: "", volume: "", itemType: "", kind: "", copies: "1", from: "", until: "" }

/** The server takes so many at once. */
const copiesMax = 100

export const copiesAreWrong = ({ copies }: TypedWish): boolean =>
  !/^\d{1,3}$/.test(copies.trim()) || Number(copies) < 1 || Number(copies) > copiesMax

/** As the server is told it; days are those of the branch where it is fetched. */
export const wishOf = (typed: TypedWish, zone: string): ReserveWish => {
  const { item, volume, itemType, kind, copies, from, until } = typed
  return {
    ...(item === "" ? {} : { item }),
    ...(volume === "" ? {} : { volume }),
    ...(itemType === "" ? {} : { itemType }),
    ...(kind === "" ? {} : { kind }),
    ...(copiesAreWrong(typed) || Number(copies) === 1 ? {} : { copies: Number(copies) }),
    ...(from === "" ? {} : { notBefore: instantHere(`${from}T00:00`, zone) }),
    ...(until === "" ? {} : { notAfter: instantHere(`${until}T12:00`, zone) })
  }
}
