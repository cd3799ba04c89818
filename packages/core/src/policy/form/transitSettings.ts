import { Schema } from "effect"
import { code } from "./leaves.ts"

/** What a row may say of where copies go. */
export const transitSettings = {
  floating: { schema: Schema.Literals(["no", "everywhere", "library", "group"]), unit: "choice" },
  repairBranch: { schema: code, unit: "code" },
  processingBranch: { schema: code, unit: "code" },
  withdrawnBranch: { schema: code, unit: "code" },
  returnOfWithdrawn: { schema: Schema.Literals(["accepted", "refused"]), unit: "choice" }
} as const
