import type { ItemId } from "../../../catalogue/model.ts"
import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import type { Standing, Ways } from "../rules/ways.ts"
import { textOrder } from "../turnOrder.ts"
import type { Demand, Pool, Supply } from "./pool.ts"

/** The pool of these rows; the reservations are in the order of their turns. */
export const buildPool = (
  reservations: ReadonlyArray<TargetedReservation>,
  copies: ReadonlyArray<TargetedCopy>,
  ways: Ways
): Pool => {
  const lists = listNumbers()
  const alike = alikeCopies(copies, namings(reservations, lists), ways)
  const supplies = alike.map(({ copies, standing }): Supply => ({ copies, branch: standing.from }))
  const suppliesAt = new Map<number, Array<number>>()
  for (const [supply, { branch }] of supplies.entries()) {
    const there = suppliesAt.get(branch)
    if (there === undefined) suppliesAt.set(branch, [supply])
    else there.push(supply)
  }
  const demands = alikeReservations(reservations, lists, ways)
  return { demands, supplies, suppliesAt, ...arcsOf(demands, alike, ways) }
}

/** A number for each list of copies, the same for lists of the same copies. */
const listNumbers = (): ((list: ReadonlyArray<ItemId>) => number) => {
  // Many reservations share one list: it is read through once.
  const known = new Map<ReadonlyArray<ItemId>, number>()
  const numbers = new Map<string, number>()
  return (list) => {
    const found = known.get(list)
    if (found !== undefined) return found
    const text = JSON.stringify([...list].sort(textOrder))
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    known.set(list, number)
    return number
  }
}

/** By whom copies are named: those that the same lists name are alike to every reservation; one named by itself is like no other. */
const namings = (
  reservations: ReadonlyArray<TargetedReservation>,
  listNumber: (list: ReadonlyArray<ItemId>) => number
): ReadonlyMap<ItemId, string> => {
  const namedBy = new Map<ItemId, string>()
  const name = (itemId: ItemId, by: string): void => {
    namedBy.set(itemId, `${namedBy.get(itemId) ?? ""} ${by}`)
  }
  const seen = new Set<number>()
  const singled = new Set<ItemId>()
  for (const { itemId, excludedItems, firstFor = [] } of reservations) {
    if (itemId !== null) singled.add(itemId)
    for (const list of [excludedItems, firstFor]) {
      if (list.length === 0) continue
      const number = listNumber(list)
      if (seen.has(number)) continue
      seen.add(number)
      for (const one of new Set(list)) name(one, String(number))
    }
  }
  for (const itemId of singled) name(itemId, JSON.stringify(itemId))
  return namedBy
}

interface AlikeCopies {
  readonly copies: Array<TargetedCopy>
  readonly standing: Standing
}

const alikeCopies = (
  copies: ReadonlyArray<TargetedCopy>,
  namedBy: ReadonlyMap<ItemId, string>,
  ways: Ways
): ReadonlyArray<AlikeCopies> => {
  const byKind = new Map<string, AlikeCopies>()
  for (const copy of copies) {
    const standing = ways.standing(copy)
    const { from, home, onlyAtHome, floating } = standing
    const whose = onlyAtHome || floating !== true ? home : ""
    const stays = typeof floating === "boolean" ? floating : [...floating].sort((a, b) => a - b).join()
    const named = namedBy.get(copy.itemId) ?? ""
    const volume = copy.volume === null ? "" : JSON.stringify(copy.volume)
    const kind = `${from} ${whose} ${onlyAtHome} ${stays}${named} ${volume} ${copy.titleId}`
    const alike = byKind.get(kind)
    if (alike === undefined) byKind.set(kind, { copies: [copy], standing })
    else alike.copies.push(copy)
  }
  return [...byKind].sort(([a], [b]) => textOrder(a, b)).map(([, alike]) => alike)
}

const alikeReservations = (
  reservations: ReadonlyArray<TargetedReservation>,
  listNumber: (list: ReadonlyArray<ItemId>) => number,
  { placeOf }: Ways
): ReadonlyArray<Demand> => {
  const byKind = new Map<string, Demand>()
  for (const row of reservations) {
    const { titleIds, itemId, volume, pickupBranch, excludedItems, firstFor } = row
    const first = firstFor === undefined ? null : listNumber(firstFor)
    const isPlain = itemId === null && volume === null && excludedItems.length === 0 && first === null
    const kind =
      titleIds.length === 1 && isPlain
        ? `${pickupBranch} ${titleIds[0]}`
        : JSON.stringify([pickupBranch, [...titleIds].sort(), itemId, volume, listNumber(excludedItems), first])
    const alike = byKind.get(kind)
    if (alike === undefined) byKind.set(kind, { reservations: [row], pickup: placeOf(pickupBranch) })
    else alike.reservations.push(row)
  }
  return [...byKind.values()]
}

const arcsOf = (
  demands: ReadonlyArray<Demand>,
  supplies: ReadonlyArray<AlikeCopies>,
  ways: Ways
): Pick<Pool, "arcsFrom" | "demandOf" | "supplyOf" | "cost" | "isLocal" | "intoFrom" | "arcsInto"> => {
  const byTitle = new Map<string, Array<number>>()
  for (const [supply, { copies }] of supplies.entries()) {
    const title = firstOf(copies).titleId
    const numbers = byTitle.get(title)
    if (numbers === undefined) byTitle.set(title, [supply])
    else numbers.push(supply)
  }
  const arcsFrom = new Int32Array(demands.length + 1)
  const demandOf: Array<number> = []
  const supplyOf: Array<number> = []
  const costs: Array<number> = []
  const local: Array<number> = []
  for (const [demand, { reservations, pickup }] of demands.entries()) {
    const wanted = firstOf(reservations)
    for (const title of new Set([...wanted.titleIds].sort()))
      for (const supply of byTitle.get(title) ?? []) {
        const { copies, standing } = supplies[supply] as AlikeCopies
        const cost = suits(wanted, firstOf(copies)) ? ways.cost(standing, pickup) : Number.POSITIVE_INFINITY
        if (cost === Number.POSITIVE_INFINITY) continue
        demandOf.push(demand)
        supplyOf.push(supply)
        costs.push(cost)
        local.push((wanted.firstFor?.includes(firstOf(copies).itemId) ?? standing.from === pickup) ? 1 : 0)
      }
    arcsFrom[demand + 1] = supplyOf.length
  }
  return {
    arcsFrom,
    demandOf: Int32Array.from(demandOf),
    supplyOf: Int32Array.from(supplyOf),
    cost: Float64Array.from(costs),
    isLocal: Uint8Array.from(local),
    ...arcsBySupply(supplyOf, supplies.length)
  }
}

const arcsBySupply = (supplyOf: ReadonlyArray<number>, supplyCount: number): Pick<Pool, "intoFrom" | "arcsInto"> => {
  const intoFrom = new Int32Array(supplyCount + 1)
  for (const supply of supplyOf) intoFrom[supply + 1] = (intoFrom[supply + 1] as number) + 1
  for (let supply = 0; supply < supplyCount; supply++)
    intoFrom[supply + 1] = (intoFrom[supply + 1] as number) + (intoFrom[supply] as number)
  const next = intoFrom.slice()
  const arcsInto = new Int32Array(supplyOf.length)
  for (const [arc, supply] of supplyOf.entries()) {
    const at = next[supply] as number
    arcsInto[at] = arc
    next[supply] = at + 1
  }
  return { intoFrom, arcsInto }
}

const suits = ({ itemId, volume, excludedItems }: TargetedReservation, copy: TargetedCopy): boolean =>
  (itemId === null || itemId === copy.itemId) &&
  (volume === null || volume === copy.volume) &&
  !excludedItems.includes(copy.itemId)

const firstOf = <A>(rows: ReadonlyArray<A> | undefined): A => rows?.[0] as A
