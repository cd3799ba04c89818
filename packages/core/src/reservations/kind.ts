import type { Instant } from "../calendar/instant.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { Asked } from "../decision/consult.ts"
import type { CopyCount } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { ReservationKind } from "./model.ts"

interface KindAsked {
  readonly kind: ReservationKind
  readonly refusals: ReadonlyArray<Refusal>
}

/**
 * How `more` are asked for. Copies are fetched only where as many stand on shelves as are waited for then; only what is out or not ready
 * yet can be recalled. Which kinds there are, says the policy (`reservationKinds`).
 */
export const kindAsked = (
  asked: ReservationKind | undefined,
  copies: ReadonlyArray<CopyCount>,
  waitingCount: number,
  more: number,
  rules: Asked
): KindAsked => {
  const onShelf = counted(copies, "fetched")
  const isFree = onShelf >= waitingCount + more
  const allowed = rules.optional("reservationKinds", null)
  const may = (kind: ReservationKind): boolean => allowed === null || allowed.includes(kind)
  const kind = asked ?? (isFree && may("page") ? "page" : "wait")
  const refusals: Array<Refusal> = []
  if (!may(kind)) refusals.push({ _tag: "ReservationKindForbidden", kind })
  if (kind === "page" && !isFree) refusals.push({ _tag: "NothingOnShelf", onShelf, waitingCount })
  if (kind === "recall" && counted(copies, "awaited") === 0) refusals.push({ _tag: "NothingToRecall" })
  return { kind, refusals }
}

/** What stands against bringing a loan back for a reservation that takes no copy yet; `null`: nothing. */
export const recallForLater = (
  kind: ReservationKind,
  notBefore: Instant | null | undefined,
  at: Instant
): Refusal | null =>
  kind === "recall" && notBefore != null && notBefore > at ? { _tag: "RecallForLater", notBefore } : null

const counted = (copies: ReadonlyArray<CopyCount>, how: "fetched" | "awaited"): number =>
  copies.reduce((sum, { status, count }) => sum + (statusActions[status].reserve === how ? count : 0), 0)
