import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Asked, Consultation } from "../decision/consult.ts"
import type { Refusal } from "../decision/refusal.ts"
import { type CompiledPolicy, countTowards } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import type { ReaderRow } from "../readers/model.ts"
import type { ReservationKind } from "./model.ts"
import type { ReserveFacts } from "./reserveCommand.ts"
import { overlaps, type Target, type TargetColumns, targetOf } from "./target.ts"

/** What is against `more` reservations of this reader: how many live in all, for the same title, and as recalls. */
export const reservationLimits = (
  { reservationsOfReader, title, copiesOfTitle, waitingByRank = [] }: ReserveFacts,
  target: Target,
  more: number,
  kind: ReservationKind,
  asked: Asked
): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = []
  const live = reservationsOfReader.map(({ reservation }) => reservation)
  // Copies of a title without volumes are all alike to its reader: each by itself is no way past the limit.
  const alike = copiesOfTitle.every(({ volume }) => volume === "")
  const anyCopy = (row: TargetColumns): Target =>
    targetOf(alike ? { ...row, itemId: null } : (waitingByRank.find(isForSameCopy(row)) ?? row))
  const same = live.filter((one) => one.titleId === title?.title.titleId && overlaps(anyCopy(one), target))
  const titleMax = asked.optional("reservationsPerTitleMax", 1)
  const [first] = same
  if (first !== undefined && titleMax === 1)
    refusals.push({ _tag: "AlreadyReserved", reservationId: first.reservationId })
  else if (titleMax !== "unlimited" && same.length + more > titleMax)
    refusals.push({ _tag: "TitleReservationsReached", count: same.length, countMax: titleMax })
  const countMax = asked.required("reservationCountMax")
  const count = live.length
  if (countMax !== undefined && countMax !== "unlimited" && count + more > countMax)
    refusals.push({ _tag: "ReservationLimitReached", count, countMax })
  const recallsMax = kind === "recall" ? asked.optional("recallsPerReaderMax", "unlimited") : "unlimited"
  const recalls = live.filter((one) => one.kind === "recall").length
  if (recallsMax !== "unlimited" && recalls + more > recallsMax)
    refusals.push({ _tag: "RecallLimitReached", count: recalls, countMax: recallsMax })
  return refusals
}

/** Who waits for one copy by itself says nothing of its volume: the groups of those who wait do. */
const isForSameCopy =
  ({ itemId }: TargetColumns) =>
  (group: TargetColumns): boolean =>
    itemId !== null && group.itemId === itemId

interface CategoryLimits {
  readonly refusals: ReadonlyArray<Refusal>
  /** Setting → row that says how many. */
  readonly rows: Readonly<Record<string, string>>
}

/** Every limit of the policy that counts reservations of such a copy, against the live ones of this reader and `more`. */
export const categoryLimits = (
  { reservationsOfReader }: Pick<ReserveFacts, "reservationsOfReader">,
  more: number,
  { settings }: Pick<Consultation, "settings">
): CategoryLimits => {
  const live = reservationsOfReader.map(({ reservation: { copyType, copyCollection, pickupBranch } }) => ({
    itemType: copyType,
    collection: copyCollection,
    branch: pickupBranch,
    onSite: 0 as const,
    count: 1
  }))
  const rows: Record<string, string> = {}
  const refusals: Array<Refusal> = []
  for (const limit of settings.limits("reservationCountMax")) {
    if (limit.row !== null) rows[`reservationCountMax.${limit.name}`] = limit.row
    if (limit.max === undefined || limit.max === "unlimited") continue
    const count = countTowards(limit, live, settings.context)
    if (count + more > limit.max)
      refusals.push({ _tag: "CategoryReservationsReached", limit: limit.name, count, countMax: limit.max })
  }
  return { refusals, rows }
}

interface DayCount {
  /** The reader with these reservations counted; `null`: they are not counted. */
  readonly reader: ReaderRow | null
  readonly refusals: ReadonlyArray<Refusal>
}

/** How many the reader placed on this local day of the pickup branch, cancelled ones too, and whether `more` may be. */
export const reservationsOfDay = (
  policy: CompiledPolicy,
  asked: Asked,
  reader: ReaderRow,
  branch: BranchCalendar,
  at: Instant,
  more: number
): DayCount => {
  if (!sets(policy, "reservationsPerDayMax")) return { reader: null, refusals: [] }
  const day = Math.max(branch.localDay(at), reader.reservedDay ?? Number.NEGATIVE_INFINITY)
  const count = reader.reservedDay === day ? reader.reservedDayCount : 0
  const countMax = asked.optional("reservationsPerDayMax", "unlimited")
  return {
    reader: { ...reader, reservedDay: day, reservedDayCount: count + more },
    refusals:
      countMax === "unlimited" || count + more <= countMax
        ? []
        : [{ _tag: "ReservationDayLimitReached", count, countMax }]
  }
}
