import { Schema } from "effect"
import { Keeper } from "../../policy/form/compensation/basis.ts"
import { Assumption } from "../../policy/form/compensation/damage.ts"
import { Replacement } from "../../policy/form/compensation/settlement.ts"
import { CompensationStep } from "./steps.ts"

const minor = Schema.Int
const nullable = Schema.NullOr

/** What a loss or damage costs, and why: plain JSON, to be kept with the charge. Amounts in whole minor units. */
export const Compensation = Schema.Struct({
  amount: minor,
  currency: Schema.String,
  rounding: Schema.Literals(["halfUp", "halfEven", "down", "up"]),
  /** They add up to the amount. `of`: which spoiled part. */
  parts: Schema.Array(
    Schema.Struct({
      for: Schema.Literals(["value", "damage", "part", "processing", "binding", "overdue"]),
      of: Schema.optionalKey(Schema.String),
      amount: minor
    })
  ),
  /** The price that the rest was reckoned from, exact, in major units; `null`: none was needed. */
  basis: nullable(Schema.Struct({ amount: Schema.String, source: Schema.String })),
  /** Exact, years included. */
  factors: Schema.Array(
    Schema.Struct({
      table: Schema.String,
      row: Schema.String,
      factor: Schema.String,
      chosenBy: Schema.optionalKey(Schema.String)
    })
  ),
  steps: Schema.Array(CompensationStep),
  /** `charged` is in the amount, `dropped` is no longer owed; the rest stays a charge of its own. */
  overdue: Schema.Struct({
    treatment: Schema.Literals(["add", "drop", "cap", "keep"]),
    accrued: minor,
    charged: minor,
    dropped: minor
  }),
  /** Whether the item is gone, or counts as gone. */
  asLoss: Schema.Boolean,
  settledBy: Schema.Literals(["cash", "inKind"]),
  /** Who has the damaged volume that was paid for as lost, and the rest of its set. */
  keepsItem: nullable(Keeper),
  keepsRest: nullable(Keeper),
  /** On what terms a copy may be brought instead; `null`: it may not. */
  replacement: nullable(Replacement),
  /** What putting that copy on the shelf costs; `null`: nothing is said. */
  processingInKind: nullable(minor),
  /** What holds where nobody is at fault; `null`: somebody is. */
  noFault: nullable(Schema.Literals(["charged", "mayBeWaived", "onApplication"])),
  suspensionDays: nullable(Schema.Int),
  source: nullable(Schema.String),
  assumed: Schema.Array(Assumption)
})
export type Compensation = typeof Compensation.Type
