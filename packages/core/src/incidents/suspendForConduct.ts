import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import { BlockId } from "../readers/blocks/model.ts"
import type { ReaderRow } from "../readers/model.ts"
import type { Compensation } from "./compensation/result.ts"

const dayMs = 86_400_000

/**
 * As many days without borrowing as the rule names for such conduct, once for each incident: charged anew it suspends only
 * where it costs more days than before, and for those. Gives until when; `null`: for no more than before.
 */
export const suspendForConduct = (
  work: Draft,
  { readerId }: ReaderRow,
  { suspensionDays }: Compensation,
  { at, id, daysBefore }: { readonly at: Instant; readonly id: string | undefined; readonly daysBefore: number }
): Instant | null => {
  const days = (suspensionDays ?? 0) - daysBefore
  if (days <= 0) return null
  const blockId = BlockId.make(id as string)
  const endsAt = (at + days * dayMs) as Instant
  const block = { readerId, blockId, kind: "damage", actions: "borrow", endsAt }
  work.emit({ _tag: "ReaderBlockPlaced", ...block, at })
  work.insert("readerBlock", { ...block, note: "", ignoredAtHome: 0, placedAt: at })
  return endsAt
}
