import type { TargetedCopy, TargetedReservation, TargetingProblem } from "../problem.ts"
import type { TargetingRefusal, TargetingRefusals } from "./refusal.ts"
import { unsoundRules } from "./soundRules.ts"

/** How many refusals are told at once: a broken export of a large system must not answer with a million. */
const toldMax = 100

/** Everything that cannot be right in a problem, the first hundred of it; `null`: it is sound. */
export const unsound = (problem: TargetingProblem): TargetingRefusals | null => {
  const found = [...unsoundRules(problem.rules)]
  if (!Number.isSafeInteger(problem.at)) found.push({ _tag: "InstantInvalid", at: "at", found: String(problem.at) })
  const known = new Set(problem.rules.branches)
  repeated(found, problem)
  unsoundIn(found, problem.reservations, "reservations", (row, at) => unsoundReservation(row, at, known))
  unsoundIn(found, problem.copies, "copies", (row, at) => unsoundCopy(row, at, known))
  const [first, ...others] = found
  return first === undefined ? null : [first, ...others.slice(0, toldMax - 1)]
}

const unsoundIn = <Row>(
  found: Array<TargetingRefusal>,
  rows: ReadonlyArray<Row>,
  name: string,
  look: (row: Row, at: () => string) => ReadonlyArray<TargetingRefusal>
): void => {
  for (let place = 0; place < rows.length && found.length < toldMax; place++)
    for (const refusal of look(rows[place] as Row, () => `${name}[${place}]`)) found.push(refusal)
}

const nothing: ReadonlyArray<TargetingRefusal> = []

export const unsoundReservation = (
  { rank, titleIds, pickupBranch }: TargetedReservation,
  at: () => string,
  known: ReadonlySet<string>
): ReadonlyArray<TargetingRefusal> => {
  if (Number.isSafeInteger(rank) && titleIds.length > 0 && known.has(pickupBranch)) return nothing
  const found: Array<TargetingRefusal> = []
  if (!Number.isSafeInteger(rank)) found.push({ _tag: "RankInvalid", at: `${at()}.rank`, found: String(rank) })
  if (titleIds.length === 0) found.push({ _tag: "TitleMissing", at: `${at()}.titleIds` })
  if (!known.has(pickupBranch)) found.push({ _tag: "BranchUnknown", at: `${at()}.pickupBranch`, branch: pickupBranch })
  return found
}

export const unsoundCopy = (
  { branch, homeBranch, protectedUntil, floating }: TargetedCopy,
  at: () => string,
  known: ReadonlySet<string>
): ReadonlyArray<TargetingRefusal> => {
  if (known.has(branch) && known.has(homeBranch) && protectedUntil === null && typeof floating === "boolean")
    return nothing
  const found: Array<TargetingRefusal> = []
  if (!known.has(branch)) found.push({ _tag: "BranchUnknown", at: `${at()}.branch`, branch })
  if (!known.has(homeBranch)) found.push({ _tag: "BranchUnknown", at: `${at()}.homeBranch`, branch: homeBranch })
  if (protectedUntil !== null && !Number.isSafeInteger(protectedUntil))
    found.push({ _tag: "InstantInvalid", at: `${at()}.protectedUntil`, found: String(protectedUntil) })
  if (typeof floating !== "boolean")
    for (const [place, name] of floating.entries())
      if (!known.has(name)) found.push({ _tag: "BranchUnknown", at: `${at()}.floating[${place}]`, branch: name })
  return found
}

const repeated = (found: Array<TargetingRefusal>, { reservations, copies }: TargetingProblem): void => {
  const reservationIds = new Set<string>()
  for (const [place, { reservationId }] of reservations.entries()) {
    if (reservationIds.has(reservationId) && found.length < toldMax)
      found.push({ _tag: "ReservationRepeated", at: `reservations[${place}].reservationId`, reservationId })
    reservationIds.add(reservationId)
  }
  const itemIds = new Set<string>()
  for (const [place, { itemId }] of copies.entries()) {
    if (itemIds.has(itemId) && found.length < toldMax)
      found.push({ _tag: "ItemRepeated", at: `copies[${place}].itemId`, itemId })
    itemIds.add(itemId)
  }
}
