import { Schema } from "effect"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow, TitleRow } from "../catalogue/model.ts"
import { Code } from "../decision/code.ts"
import type { TitleCopyCount } from "../decision/facts.ts"
import { amountMax, Minor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { type CompensatedItem, type CompensationCase, rateOn } from "./compensation/index.ts"

const price = Schema.Struct({
  /** Whole minor units of its own currency. */
  minor: Minor.check(Schema.isBetween({ minimum: 0, maximum: amountMax })),
  currency: Schema.String.check(
    Schema.makeFilter((text: string) => /^[A-Z]{3}$/.test(text), { expected: "a currency of ISO 4217" })
  )
})
const optional = Schema.optionalKey
const whole = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))

/** What staff know of an item that the catalogue does not. */
export const KnownOfItem = Schema.Struct({
  /** Stands in place of the catalogue's own price. */
  recordedPrice: optional(price),
  currentPrice: optional(price),
  /** What they take its market value to be. */
  estimate: optional(price),
  pages: optional(whole),
  publicationYear: optional(whole),
  origin: optional(Code),
  binding: optional(Code),
  set: optional(Schema.Struct({ price: optional(price), separable: optional(Schema.Boolean) })),
  yearPrice: optional(price),
  /** Rates of the day that the policy does not have: of one unit of that currency in the policy's own, as text. */
  rates: optional(
    Schema.Array(Schema.Struct({ currency: Code, rate: Schema.String.check(Schema.isMaxLength(40)) })).check(
      Schema.isMaxLength(10)
    )
  )
})
export type KnownOfItem = typeof KnownOfItem.Type

interface Of {
  readonly item: ItemRow
  readonly title: TitleRow | null
  readonly copies: ReadonlyArray<TitleCopyCount>
  readonly known: KnownOfItem | undefined
  readonly policy: CompiledPolicy
  readonly calendar: BranchCalendar | undefined
  readonly at: Instant
}

type ItemCase = Pick<CompensationCase, "happenedOn" | "item" | "rates">

/** What a compensation looks at of an item: from the catalogue, and what staff know better. */
export const itemCase = (of: Of): ItemCase => {
  const { policy, calendar, at } = of
  const item = compensated(of)
  const happenedOn = new Date((calendar?.localDay(at) ?? Math.floor(at / dayMs)) * dayMs).toISOString().slice(0, 10)
  return { happenedOn, item, rates: ratesOf(item, of, happenedOn, policy) }
}

const dayMs = 86_400_000

const gone: ReadonlyArray<string> = ["withdrawn", "lostAndPaid"]

const compensated = ({ item, title, copies, known = {}, policy }: Of): CompensatedItem => {
  const { rates: _, set, yearPrice, ...more } = known
  const { year } = JSON.parse(title?.description ?? "{}") as { readonly year?: number }
  const held = copies.filter(({ status }) => !gone.includes(status)).reduce((sum, { count }) => sum + count, 0)
  const isSerial = title?.format === "serial"
  return {
    ...(item.price === null ? {} : { recordedPrice: { minor: item.price, currency: policy.document.currency } }),
    ...(year === undefined ? {} : { publicationYear: year }),
    copies: Math.max(1, held),
    kind: item.type,
    collection: item.collection,
    language: title?.language ?? null,
    ...(set === undefined && item.volumeSet === "" ? {} : { set: set ?? {} }),
    ...(isSerial ? { serial: yearPrice === undefined ? {} : { yearPrice } } : {}),
    ...more
  }
}

const ratesOf = (
  { recordedPrice, currentPrice, estimate, set, serial }: CompensatedItem,
  { known }: Of,
  day: string,
  { document }: CompiledPolicy
): NonNullable<CompensationCase["rates"]> => {
  const prices = [recordedPrice, currentPrice, estimate, set?.price, serial?.yearPrice]
  const foreign = new Set(prices.flatMap((one) => (one && one.currency !== document.currency ? [one.currency] : [])))
  return [...foreign].flatMap((currency) => {
    const byStaff = known?.rates?.find((one) => one.currency === currency)
    const rate =
      byStaff === undefined
        ? rateOn(document.rates, currency, day)
        : { currency, rate: byStaff.rate, from: day, source: "staff" as const }
    return rate === null ? [] : [rate]
  })
}
