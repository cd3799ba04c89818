import type { BranchCalendar } from "../../calendar/calendar.ts"
import { dayText } from "../../calendar/civilDay.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { ItemRow, TitleRow } from "../../catalogue/model.ts"
import { type Actor, actorName } from "../../decision/actor.ts"
import type { TitleCopyCount } from "../../decision/facts.ts"
import type { Conduct } from "../../policy/form/compensation/values.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import type { CompensationCase, Price } from "../compensation/case.ts"
import { rateOn } from "../compensation/rateOn.ts"
import type { LossInput } from "./lossInput.ts"

export interface LostThing {
  readonly item: ItemRow
  readonly title: TitleRow
  readonly copies: ReadonlyArray<TitleCopyCount>
}

interface Loss {
  readonly lostAt: Instant
  readonly conduct: Conduct
  readonly overdueMinor: number
  readonly settledBy: "cash" | "inKind"
  readonly input: LossInput
}

/** What a lost item is to the rule of its compensation: from the item, its description, the copies held, and staff's input. */
export const lossCase = (
  { item, title, copies }: LostThing,
  { lostAt, conduct, overdueMinor, settledBy, input }: Loss,
  {
    policy,
    calendar,
    actor
  }: { readonly policy: CompiledPolicy; readonly calendar: BranchCalendar; readonly actor: Actor }
): CompensationCase => {
  const { currency, rates } = policy.document
  const happenedOn = dayText(calendar.localDay(lostAt))
  const recordedPrice = item.price === null ? null : { minor: item.price, currency: item.priceCurrency || currency }
  const { currentPrice = null, estimate = null, setPrice = null, yearPrice = null, rate, choices = {} } = input
  const foreign = [recordedPrice, currentPrice, estimate, setPrice, yearPrice]
    .flatMap((price: Price | null) => (price === null || price.currency === currency ? [] : [price.currency]))
    .filter((code, nth, all) => all.indexOf(code) === nth)
  const by = actorName(actor)
  return {
    happenedOn,
    loss: true,
    conduct,
    overdueMinor,
    settledBy,
    item: {
      recordedPrice,
      currentPrice,
      estimate,
      pages: input.pages ?? null,
      publicationYear: yearOf(title) ?? input.publicationYear ?? null,
      copies: copiesHeld(copies, item),
      kind: item.type,
      collection: item.collection === "" ? null : item.collection,
      origin: input.origin ?? null,
      language: title.language === "" ? null : title.language,
      binding: input.binding ?? null,
      set: item.volumeSet === "" ? null : { price: setPrice, separable: input.separable ?? null },
      serial: title.format === "serial" ? { yearPrice } : null
    },
    rates: foreign.flatMap((code) => {
      if (rate?.currency === code) return [{ ...rate, from: happenedOn, source: "staff" as const }]
      return rateOn(rates, code, happenedOn) ?? []
    }),
    choices: Object.fromEntries(Object.entries(choices).map(([at, value]) => [at, { value, by }]))
  }
}

/** As `titleFrom` of a record, or whoever described the title by hand, wrote it. */
const yearOf = ({ description }: TitleRow): number | null => {
  const { year } = JSON.parse(description) as { readonly year?: unknown }
  return typeof year === "number" && Number.isInteger(year) && year >= 0 ? year : null
}

const gone: ReadonlyArray<ItemRow["status"]> = ["withdrawn", "lostAndPaid", "declaredLost", "agedToLost"]

/** Copies that the library had when this one was lost, itself included. */
const copiesHeld = (copies: ReadonlyArray<TitleCopyCount>, { status }: ItemRow): number => {
  const held = copies.reduce((sum, one) => (gone.includes(one.status) ? sum : sum + one.count), 0)
  return gone.includes(status) ? held + 1 : held
}
