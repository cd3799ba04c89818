import type { Consultation } from "../decision/consult.ts"
import type { Place } from "../decision/draft.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { LoanRow, UnseenRenewalRow } from "./model.ts"

/**
 * Whether somebody had the item in hand: as staff say, or at a desk or a kiosk, where it is scanned. A reader at home and
 * a job have not seen it, whatever they say.
 */
export const isSeen = ({ actor, channel }: Place, said: boolean | undefined): boolean => {
  if (actor.kind === "reader") return channel === "selfService"
  return said ?? (actor.kind === "staff" && channel === "desk")
}

/** Refuses a renewal beyond so many in a row for which nobody had the item in hand. */
export const unseenTooOften = (
  { loanId, renewalCount }: Pick<LoanRow, "loanId" | "renewalCount">,
  unseen: ReadonlyArray<UnseenRenewalRow>,
  asked: Consultation
): ReadonlyArray<Refusal> => {
  const countMax = asked.optional("unseenRenewalCountMax", "unlimited")
  const numbers = new Set(unseen.filter((row) => row.loanId === loanId).map((row) => row.renewalCount))
  let count = 0
  while (numbers.has(renewalCount - count)) count++
  return countMax !== "unlimited" && count >= countMax ? [{ _tag: "UnseenRenewalLimitReached", count, countMax }] : []
}
