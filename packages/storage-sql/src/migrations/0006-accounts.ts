import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

const entryKinds = [
  "charge",
  "adjustment",
  "payment",
  "waiver",
  "writeOff",
  "credit",
  "refund",
  "payout",
  "void",
  "transfer"
]

/** The lines of accounts, what is owed of charges, and what was paid of them. */
export const migration0006: Migration = {
  version: 6,
  name: "accounts",
  steps: (builder) => [
    tenantTable(builder, "entry", {
      columns: {
        entry_id: "text",
        account_id: "text",
        kind: "text",
        amount: "integer",
        at: "integer",
        actor: "text",
        branch: "text",
        reason: "text",
        corrects: "text?"
      },
      key: ["entry_id"],
      references: { account_id: ["account", "account_id"] },
      checks: { kind: `kind in (${entryKinds.map((kind) => `'${kind}'`).join(", ")})` }
    }),
    tenantIndex(builder, "entry_of_account", "entry", ["account_id", "at", "entry_id"]),
    tenantTable(builder, "charge", {
      columns: {
        charge_id: "text",
        account_id: "text",
        kind: "text",
        amount: "integer",
        outstanding: "integer",
        refunded: "integer",
        forgiven: "integer",
        raised_at: "integer"
      },
      key: ["charge_id"],
      references: { charge_id: ["entry", "entry_id"], account_id: ["account", "account_id"] },
      checks: {
        kind: "kind in ('overdue', 'reminder', 'rental', 'deposit', 'loss', 'damage', 'processing', 'reservation', 'recall', 'membership', 'card', 'betweenLibraries', 'compensation', 'fee')",
        outstanding: "outstanding between 0 and amount"
      }
    }),
    tenantIndex(builder, "charge_owed", "charge", ["account_id"], { where: "outstanding > 0" }),
    tenantIndex(builder, "deposit_of_account", "charge", ["account_id"], { where: "kind = 'deposit'" }),
    tenantIndex(builder, "charge_for_incident", "charge", ["account_id"], {
      where: "kind in ('loss', 'damage', 'processing')"
    }),
    tenantTable(builder, "credit", {
      columns: {
        credit_id: "text",
        account_id: "text",
        amount: "integer",
        remaining: "integer",
        raised_at: "integer"
      },
      key: ["credit_id"],
      references: { credit_id: ["entry", "entry_id"], account_id: ["account", "account_id"] },
      checks: { remaining: "remaining between 0 and amount" }
    }),
    tenantIndex(builder, "credit_left", "credit", ["account_id"], { where: "remaining > 0" }),
    tenantTable(builder, "allotment", {
      columns: { entry_id: "text", charge_id: "text", nth: "integer", amount: "integer", at: "integer" },
      key: ["entry_id", "charge_id", "nth"],
      references: { entry_id: ["entry", "entry_id"], charge_id: ["charge", "charge_id"] },
      checks: { amount: "amount <> 0" }
    }),
    tenantIndex(builder, "allotment_of_charge", "allotment", ["charge_id"]),
    tenantTable(builder, "charge_loan", {
      columns: { loan_id: "text", kind: "text", renewal_count: "integer", charge_id: "text" },
      key: ["loan_id", "kind", "renewal_count"],
      unique: [["charge_id"]],
      references: { loan_id: ["loan", "loan_id"], charge_id: ["charge", "charge_id"] }
    })
  ]
}
