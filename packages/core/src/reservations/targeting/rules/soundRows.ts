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
  for (const [place, row] of problem.reservations.entries()) {
    if (found.length >= toldMax) break
    found.push(...unsoundReservation(row, `reservations[${place}]`, known))
  }
  for (const [place, row] of problem.copies.entries()) {
    if (found.length >= toldMax) break
    found.push(...unsoundCopy(row, `copies[${place}]`, known))
  }
  const [first, ...others] = found
  return first === undefined ? null : [first, ...others.slice(0, toldMax - 1)]
}

export const unsoundReservation = (
  { rank, titleIds, pickupBranch }: TargetedReservation,
  at: string,
  known: ReadonlySet<string>
): ReadonlyArray<TargetingRefusal> => {
  const found: Array<TargetingRefusal> = []
  if (!Number.isSafeInteger(rank)) found.push({ _tag: "RankInvalid", at: `${at}.rank`, found: String(rank) })
  if (titleIds.length === 0) found.push({ _tag: "TitleMissing", at: `${at}.titleIds` })
  if (!known.has(pickupBranch)) found.push({ _tag: "BranchUnknown", at: `${at}.pickupBranch`, branch: pickupBranch })
  return found
}

export const unsoundCopy = (
  { branch, homeBranch, protectedUntil }: TargetedCopy,
  at: string,
  known: ReadonlySet<string>
): ReadonlyArray<TargetingRefusal> => {
  const found: Array<TargetingRefusal> = []
  if (!known.has(branch)) found.push({ _tag: "BranchUnknown", at: `${at}.branch`, branch })
  if (!known.has(homeBranch)) found.push({ _tag: "BranchUnknown", at: `${at}.homeBranch`, branch: homeBranch })
  if (protectedUntil !== null && !Number.isSafeInteger(protectedUntil))
    found.push({ _tag: "InstantInvalid", at: `${at}.protectedUntil`, found: String(protectedUntil) })
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
