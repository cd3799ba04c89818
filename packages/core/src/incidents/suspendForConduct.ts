import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import { BlockId } from "../readers/blocks/model.ts"
import type { ReaderRow } from "../readers/model.ts"
import type { Compensation } from "./compensation/result.ts"

const dayMs = 86_400_000

/** As many days without borrowing as the rule names for such conduct: until when; `null`: none. */
export const suspendForConduct = (
  work: Draft,
  { readerId }: ReaderRow,
  { suspensionDays }: Compensation,
  { at, id }: { readonly at: Instant; readonly id: string | undefined }
): Instant | null => {
  if (suspensionDays === null) return null
  const blockId = BlockId.make(id as string)
  const endsAt = (at + suspensionDays * dayMs) as Instant
  const block = { readerId, blockId, kind: "damage", actions: "borrow", endsAt }
  work.emit({ _tag: "ReaderBlockPlaced", ...block, at })
  work.insert("readerBlock", { ...block, note: "", ignoredAtHome: 0, placedAt: at })
  return endsAt
}
