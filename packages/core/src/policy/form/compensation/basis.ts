import { Schema } from "effect"
import { wholeNumber, yesOrNo } from "../leaves.ts"
import { amounts, CaseCondition, oneFactor, percent } from "./values.ts"

/** Who has the rest of a set, or a volume that was paid for. */
export const Keeper = Schema.Literals(["library", "reader"])

const priced = <const From extends string>(from: From) =>
  Schema.Struct({
    from: Schema.Literal(from),
    when: Schema.optionalKey(CaseCondition),
    /** Where it is asked for and missing, no later source stands in. */
    only: Schema.optionalKey(yesOrNo)
  })

const computed = <const From extends string>(from: From) =>
  Schema.Struct({ from: Schema.Literal(from), value: amounts })

const BasisSource = Schema.Union([
  priced("recordedPrice"),
  priced("currentPrice"),
  /** The recorded, else the current price, where it is in another currency, at the day's rate. */
  priced("foreignPrice"),
  priced("estimate"),
  computed("pages"),
  computed("standIn"),
  Schema.Struct({
    from: Schema.Literal("table"),
    value: amounts,
    /** A recorded price above so much of the table's stands instead. */
    overridePercent: Schema.optionalKey(percent)
  })
]).annotate({
  expected:
    '{"from": "recordedPrice", "currentPrice", "foreignPrice" or "estimate"}, or {"from": "pages", "table" or "standIn", "value": …}'
})

/** The price that everything is reckoned from: of the first source that the case has. */
export const Basis = Schema.Struct({
  from: Schema.Array(BasisSource).check(
    Schema.makeFilter((list: ReadonlyArray<unknown>) => list.length > 0 && list.length <= 20, {
      expected: "a list of 1 to 20 sources"
    })
  ),
  minimumPrice: Schema.optionalKey(amounts)
})

/** What one volume of a set costs: itself, or the price of the whole set in its place. */
export const SetRule = Schema.Struct({
  price: Schema.Union([
    Schema.Literals(["volume", "set", "setIfNotSeparable"]),
    /** The volume alone, where it can be had alone and so many copies are held. */
    Schema.Struct({ volumeIfCopiesAtLeast: wholeNumber("copies", 1, 1_000_000) })
  ]).annotate({ expected: '"volume", "set", "setIfNotSeparable" or {"volumeIfCopiesAtLeast": n}' }),
  /** How many times the price of the set. */
  times: Schema.optionalKey(oneFactor),
  keepsRest: Schema.optionalKey(Keeper)
})

export const SerialRule = Schema.Literals(["issue", "year"])
