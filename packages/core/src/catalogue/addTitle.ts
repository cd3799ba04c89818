import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { text } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { FactSlots, Found } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { TitleDescription } from "./description.ts"
import { TitleId, type TitleRow } from "./model.ts"
import { searchTextOf } from "./searchable.ts"

/** Add a title; one with the same control number from the same source is brought up to date instead. */
export const AddTitle = Schema.Struct({
  origin: Schema.optionalKey(
    Schema.Struct({
      source: text(100).check(Schema.isMinLength(1)),
      controlNumber: text(200).check(Schema.isMinLength(1))
    })
  ),
  description: TitleDescription,
  /** The whole record, as an importer packed it. */
  record: Schema.optionalKey(Schema.Struct({ encoding: text(40), content: Schema.Uint8Array })),
  at: InstantInput
})
export type AddTitle = typeof AddTitle.Type

export interface AddTitleReceipt {
  readonly titleId: TitleId
  readonly outcome: "added" | "changed" | "unchanged"
}

type AddTitleLookup = { readonly titleByControlNumber?: FactSlots["titleByControlNumber"]["by"] }

export const addTitleLookup = ({ origin }: Pick<AddTitle, "origin">): AddTitleLookup =>
  origin === undefined ? {} : { titleByControlNumber: origin }
export type AddTitleFacts = Found<AddTitleLookup>

/** Never refuses: what the source says now is what holds. */
export const decideAddTitle = (
  { titleByControlNumber: known }: AddTitleFacts,
  command: AddTitle,
  { place, ids }: DecisionContext
): Result.Result<Decision<AddTitleReceipt>, Refusals> => {
  const contents = contentsOf(command)
  const work = draft(place)
  if (known == null) {
    const titleId = TitleId.make(ids[0] as string)
    const source = command.origin?.source ?? null
    work.emit({ _tag: "TitleAdded", titleId, at: command.at, source, format: contents.format })
    work.insert("title", { titleId, version: 1, addedAt: command.at, ...contents })
    if (command.record !== undefined) work.insert("titleRecord", { titleId, ...command.record })
    return Result.succeed(work.decide({ titleId, outcome: "added" }))
  }
  const { titleId } = known
  const changed = (Object.keys(contents) as ReadonlyArray<keyof typeof contents>).filter(
    (field) => contents[field] !== known[field]
  )
  work.restOn("title", known)
  if (changed.length === 0) return Result.succeed(work.decide({ titleId, outcome: "unchanged" }))
  work.emit({ _tag: "TitleChanged", titleId, at: command.at, changed })
  work.replace("title", { ...known, ...contents })
  if (command.record !== undefined) {
    work.cut("titleRecord", titleId)
    work.insert("titleRecord", { titleId, ...command.record })
  }
  return Result.succeed(work.decide({ titleId, outcome: "changed" }))
}

const contentsOf = ({ origin, description }: AddTitle): Omit<TitleRow, "titleId" | "version" | "addedAt"> => {
  const { title, responsibility = "", language = "und", format = "other", ...rest } = description
  return {
    source: origin?.source ?? null,
    controlNumber: origin?.controlNumber ?? null,
    title,
    responsibility,
    language,
    format,
    description: JSON.stringify(rest),
    searchText: searchTextOf(description)
  }
}
