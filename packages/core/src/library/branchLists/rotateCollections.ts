import type { Instant } from "../../calendar/instant.ts"
import type { ItemRow, ItemStatus } from "../../catalogue/model.ts"
import { rotationBranch } from "../../transits/rotation.ts"
import { keepsTransits } from "../../transits/sendOn.ts"
import type { Desk } from "../desk.ts"
import { faultName } from "../faultName.ts"
import type { Library } from "../openLibrary.ts"
import { tablePages } from "../tablePages.ts"
import { type Rules, rulesAt } from "./rulesAt.ts"

/** What a run did. */
export interface Rotated {
  /** Copies that belong to another branch from now on. */
  readonly moved: number
  /** Copies that stand on a shelf elsewhere, and are planned to be sent. */
  readonly planned: number
  readonly failed: ReadonlyArray<{ readonly barcode: string; readonly because: string }>
}

/**
 * Copies of a collection that goes round (`rotations` of the policy) belong to the branch whose turn it is: those on loan or
 * on their way come there by themselves, those on a shelf elsewhere are planned to be sent. It may stop anywhere and be run
 * again; a second run the same day changes nothing.
 */
export const rotateCollections = async (
  library: Library,
  { tenant, at }: { readonly tenant: string; readonly at: number }
): Promise<Rotated> => {
  const instant = at as Instant
  const rules = await rulesAt(library, tenant, instant)
  const turns = rules === null ? new Map<string, Turn>() : turnsOn(instant, rules)
  let [moved, planned] = [0, 0]
  const failed: Array<Rotated["failed"][number]> = []
  if (rules === null || turns.size === 0) return { moved, planned, failed }
  const desk = library.at({ tenant, branch: "", actor: { kind: "job", name: "rotateCollections" }, channel: "job" })
  for await (const rows of tablePages(library, tenant, "item"))
    for (const item of rows) {
      const turn = turns.get(item.collection)
      if (turn === undefined || item.status === "withdrawn") continue
      const { barcode } = item
      const key = `rotate ${barcode} ${turn.to} ${turn.day}`
      const move = item.homeBranch === turn.to ? "done" : await moveHome(desk, item, turn, { at, key })
      if (move === "moved") moved++
      const isElsewhere = onShelf.includes(item.status) && item.presentBranch !== turn.to
      const plan =
        typeof move === "string" && isElsewhere && keepsTransits(rules.policy)
          ? await planSending(desk, item, turn, { at, key })
          : "done"
      if (plan === "planned") planned++
      for (const one of [move, plan]) if (typeof one !== "string") failed.push({ barcode, ...one })
    }
  return { moved, planned, failed }
}

interface Turn {
  /** The branch whose turn it is. */
  readonly to: string
  /** The day there. */
  readonly day: number
}

/** Of each collection that goes round. */
const turnsOn = (at: Instant, { policy, calendar }: Rules): ReadonlyMap<string, Turn> => {
  const turns = new Map<string, Turn>()
  for (const rotation of policy.document.rotations ?? []) {
    const day = calendar.branch(rotation.branches[0] ?? "")?.localDay(at)
    const to = day === undefined ? null : rotationBranch(rotation, day)
    if (day !== undefined && to !== null && calendar.branch(to) !== undefined)
      turns.set(rotation.collection, { to, day })
  }
  return turns
}

type RotatingDesk = Pick<Desk, "changeItem" | "send">
type Failed = Omit<Rotated["failed"][number], "barcode">

interface Given {
  readonly at: number
  readonly key: string
}

/** What stands on a shelf, ready to be taken from it. */
const onShelf: ReadonlyArray<ItemStatus> = ["available", "restricted"]

const moveHome = async (
  desk: RotatingDesk,
  { barcode: item }: ItemRow,
  { to }: Turn,
  given: Given
): Promise<"moved" | "done" | Failed> => {
  try {
    const answer = await desk.changeItem({ item, homeBranch: to, ...given })
    if (answer.ok) return answer.repeated ? "done" : "moved"
    return { because: JSON.stringify("refusals" in answer ? answer.refusals : answer.invalid) }
  } catch (fault) {
    return { because: faultName(fault) }
  }
}

const planSending = async (
  desk: RotatingDesk,
  { barcode: item }: ItemRow,
  { to }: Turn,
  { at, key }: Given
): Promise<"planned" | "done" | Failed> => {
  try {
    const answer = await desk.send({ item, to, plan: true, reason: "rotation", at, key: `${key} send` })
    if (answer.ok) return answer.repeated ? "done" : "planned"
    if ("invalid" in answer) return { because: JSON.stringify(answer.invalid) }
    const isPlanned = answer.refusals.every(({ _tag }) => _tag === "AlreadyPlanned")
    return isPlanned ? "done" : { because: JSON.stringify(answer.refusals) }
  } catch (fault) {
    return { because: faultName(fault) }
  }
}
