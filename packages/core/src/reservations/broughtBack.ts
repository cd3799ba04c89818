import type { QueueCount } from "../decision/facts.ts"
import { type Copy, isWanted, targetOf } from "./target.ts"

/** Who recalls and waits: so many for the same. */
type Waiting = Omit<QueueCount, "titleId" | "pickupBranch">

/** Gives each who waits a copy that is brought back and suits, as far as there are, the copies one after another. */
export interface BroughtBack {
  /** Whether somebody among these is left for the copy, where others are given another instead as far as they can be. */
  readonly give: (copy: Copy, among?: ReadonlyArray<Waiting>) => boolean
}

export const broughtBack = (waiting: ReadonlyArray<Waiting>): BroughtBack => {
  const groups = waiting.map((who) => ({ who, target: targetOf(who), given: [] as Array<Copy> }))
  type Group = (typeof groups)[number]
  /** Room for the copy in a group that it suits, made by moving another copy on where all are full. */
  const place = (copy: Copy, among: ReadonlyArray<Group>, seen: Set<Group>): boolean => {
    for (const group of among) {
      if (seen.has(group) || !isWanted(group.target, copy)) continue
      seen.add(group)
      const isFull = group.given.length >= group.who.count
      const moved = isFull ? group.given.findIndex((other) => place(other, groups, seen)) : null
      if (moved === -1) continue
      if (moved !== null) group.given.splice(moved, 1)
      group.given.push(copy)
      return true
    }
    return false
  }
  return {
    give: (copy, among) =>
      place(copy, among === undefined ? groups : groups.filter(({ who }) => among.includes(who)), new Set())
  }
}
