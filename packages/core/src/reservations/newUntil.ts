import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { LocalDay } from "../calendar/localDay.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { Asked } from "../decision/consult.ts"

/** From when on a copy is no longer so new that it is fetched at its home branch alone, by the days of the pickup branch. */
export const newUntil = (
  { addedAt }: Pick<ItemRow, "addedAt">,
  { localDay, instantAt }: Pick<BranchCalendar, "localDay" | "instantAt">,
  asked: Asked
): Instant => instantAt(LocalDay.make(localDay(addedAt) + asked.optional("newCopiesAtHomeDays", 0)), 0)
