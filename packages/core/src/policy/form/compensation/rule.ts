import { Schema } from "effect"
import { amount, code, textThat, translations } from "../leaves.ts"
import { Basis, Keeper, SerialRule, SetRule } from "./basis.ts"
import { Assumption, DamageRule, spoiledParts } from "./damage.ts"
import { AfterLoss, Processing, RefundRule, Replacement, SuspensionDays } from "./settlement.ts"
import { amounts, factorTable } from "./values.ts"

/** Basis times factor within bounds; a flat sum whatever the price; or the larger of both, the sum where no price is known. */
const Charge = Schema.Union([
  Schema.Struct({
    by: Schema.Literal("value"),
    minimum: Schema.optionalKey(amount),
    maximum: Schema.optionalKey(amount)
  }),
  Schema.Struct({ by: Schema.Literal("flat"), flat: amounts }),
  Schema.Struct({ by: Schema.Literal("larger"), flat: amounts, maximum: Schema.optionalKey(amount) })
]).annotate({ expected: '{"by": "value"}, {"by": "flat", "flat": …} or {"by": "larger", "flat": …}' })

/**
 * What a loss or damage costs, as one library rules it. Amounts in major units of the policy's currency, factors and
 * percentages, all as decimal text. What is left out: no such part. `docs/compensation.md` tells it at length.
 */
export const CompensationRule = Schema.Struct({
  name: Schema.optionalKey(translations),
  /** Where the rule is published. */
  source: Schema.optionalKey(textThat((text) => text.length <= 200, "a text of at most 200 characters")),
  assumed: Schema.optionalKey(Schema.Array(Assumption).check(Schema.isMaxLength(100))),
  basis: Schema.optionalKey(Basis),
  sets: Schema.optionalKey(SetRule),
  serials: Schema.optionalKey(SerialRule),
  factors: Schema.optionalKey(
    Schema.Struct({
      /** How the factors of several tables make one; "product" where it is not said. */
      combine: Schema.optionalKey(Schema.Literals(["product", "highest", "sum"])),
      tables: Schema.Record(code, factorTable)
    })
  ),
  charge: Schema.optionalKey(Charge),
  processing: Schema.optionalKey(Processing),
  /** For binding the replacement, where a row asks for it. */
  bindingFee: Schema.optionalKey(amounts),
  /** "keep" where it is not said. */
  afterLoss: Schema.optionalKey(AfterLoss),
  damage: Schema.optionalKey(DamageRule),
  /** The price of each part that is spoiled or missing: barcode, strip, chip, disc, map, case … */
  parts: Schema.optionalKey(spoiledParts),
  /** Who keeps a volume that was paid for as lost. */
  keepsItem: Schema.optionalKey(Keeper),
  /** What holds where nobody is at fault: fire, flood, a theft reported at once. "charged" where it is not said. */
  noFault: Schema.optionalKey(Schema.Literals(["charged", "mayBeWaived", "onApplication"])),
  suspensionDays: Schema.optionalKey(SuspensionDays),
  replacement: Schema.optionalKey(Replacement),
  refund: Schema.optionalKey(RefundRule)
})
export type CompensationRule = typeof CompensationRule.Type
