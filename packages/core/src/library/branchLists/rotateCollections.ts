import type { Instant } from "../../calendar/instant.ts"
import { rotationBranch } from "../../transits/rotation.ts"
import { keepsTransits } from "../../transits/sendOn.ts"
import type { Library } from "../openLibrary.ts"
import { tablePages } from "../tablePages.ts"
import { rulesAt } from "./waitedTitles.ts"

/** What a run did. */
export interface Rotated {
  /** Copies that belong to another branch from now on. */
  readonly moved: number
  /** Of those, such that stand on a shelf elsewhere, and are planned to be sent. */
  readonly planned: number
  readonly failed: ReadonlyArray<{ readonly barcode: string; readonly because: string }>
}

/**
 * Copies of a collection that goes round (`rotations` of the policy) belong to the branch whose turn it is: those on loan or
 * on their way come there by themselves, those on a shelf are planned to be sent. A second run the same day changes nothing.
 */
export const rotateCollections = async (
  library: Library,
  { tenant, at }: { readonly tenant: string; readonly at: number }
): Promise<Rotated> => {
  const instant = at as Instant
  const rules = await rulesAt(library, tenant, instant)
  const rotations = rules?.policy.document.rotations ?? []
  const turns = new Map<string, string>()
  for (const rotation of rotations) {
    const first = rules?.calendar.branch(rotation.branches[0] ?? "")
    const to = first === undefined ? null : rotationBranch(rotation, first.localDay(instant))
    if (to !== null && rules?.calendar.branch(to) !== undefined) turns.set(rotation.collection, to)
  }
  let [moved, planned] = [0, 0]
  const failed: Array<Rotated["failed"][number]> = []
  if (rules === null || turns.size === 0) return { moved, planned, failed }
  const desk = library.at({ tenant, branch: "", actor: { kind: "job", name: "rotateCollections" }, channel: "job" })
  for await (const rows of tablePages(library, tenant, "item"))
    for (const { barcode, collection, homeBranch, presentBranch, status, version } of rows) {
      const to = turns.get(collection)
      if (to === undefined || to === homeBranch || status === "withdrawn") continue
      const key = `rotate ${barcode} ${version} ${to}`
      const change = await desk.changeItem({ item: barcode, homeBranch: to, at, key })
      if (!change.ok) {
        failed.push({ barcode, because: JSON.stringify("refusals" in change ? change.refusals : change.invalid) })
        continue
      }
      moved++
      if (status !== "available" || presentBranch === to || !keepsTransits(rules.policy)) continue
      const send = await desk.send({ item: barcode, to, plan: true, reason: "rotation", at, key: `${key} send` })
      if (send.ok) planned++
      else if ("refusals" in send && send.refusals.every(({ _tag }) => _tag === "AlreadyPlanned")) continue
      else failed.push({ barcode, because: JSON.stringify("refusals" in send ? send.refusals : send.invalid) })
    }
  return { moved, planned, failed }
}
