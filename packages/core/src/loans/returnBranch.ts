import type { ItemRow } from "../catalogue/model.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Refusal } from "../decision/refusal.ts"

/** Whether an item on loan may be returned at this branch; `null`: it may. An item on loan is present where it was lent. */
export const returnAgainst = (
  { homeBranch, presentBranch }: Pick<ItemRow, "homeBranch" | "presentBranch">,
  branch: string,
  asked: Consultation
): Refusal | null => {
  const where = asked.optional("returnBranches", "any")
  const only = where === "any" ? branch : where === "home" ? homeBranch : presentBranch
  return only === branch ? null : { _tag: "ReturnNotHere", branch: only }
}
