import { Schema } from "effect"
import { amount } from "./leaves.ts"

const branches = Schema.Literals(["any", "home", "library", "group"])

/** What a row may say of members of one system: whether they share copies, cards and queues, and who pays for lending between them. */
export const sharingSettings = {
  lendableTo: { schema: Schema.Literals(["anyone", "home", "library", "group"]), unit: "choice" },
  borrowingBranches: { schema: branches, unit: "choice" },
  waitingBranches: { schema: branches, unit: "choice" },
  betweenLibrariesFee: { schema: amount, unit: "money" },
  betweenLibrariesPaidBy: {
    schema: Schema.Literals(["reader", "readersLibrary", "desksLibrary", "itemsLibrary", "nobody"]),
    unit: "choice"
  }
} as const
