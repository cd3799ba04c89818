import { assert, describe, it } from "vitest"
import { Instant } from "../../calendar/instant.ts"
import { consult } from "../../decision/consult.ts"
import { Minor } from "../../money/minor.ts"
import { compilePolicy, unknownContext } from "../../policy/index.ts"
import { accountRow, minutesLater, morning, readerRow } from "../../testing/rows.ts"
import { compensationNeeded, overdueNeeded, sets } from "./factsNeeded.ts"
import type { BlockAction, ReaderBlockRow } from "./model.ts"
import { blockActions } from "./model.ts"
import { clearStanding, readerMay, type Standing } from "./readerMay.ts"

const policyWith = (set: object) =>
  compilePolicy(
    {
      currency: "EUR",
      rounding: "halfUp",
      precedence: { by: "firstRow" },
      readerCategories: { adult: {} },
      itemTypes: { book: {} },
      rows: [{ id: "base", when: {}, set: { debtMax: "1.00", ...set } }]
    },
    { version: 1 }
  )

interface Given {
  readonly set?: object
  readonly standing?: Partial<Standing>
  readonly balance?: number
  readonly expired?: boolean
  readonly home?: "same" | "other"
}

/** The actions that are blocked. */
const blocked = ({ set = {}, standing = {}, balance = 0, expired = false, home = "other" }: Given) =>
  blockActions.filter((action: BlockAction) => {
    const asked = consult(policyWith(set), { ...unknownContext, readerHome: home })
    const facts = {
      reader: readerRow("ada", { expiresAt: expired ? minutesLater(-1) : null }),
      account: accountRow("ada", { balance: Minor.make(balance) })
    }
    const place = { actor: { kind: "job", name: "test" }, branch: "main", channel: "desk" } as const
    return readerMay(action, facts, { ...clearStanding, ...standing }, { at: morning, asked, place }).length > 0
  })

const overdue = (...days: ReadonlyArray<number>) =>
  days.map((count, n) => ({
    loanId: `l${n}`,
    dueAt: Instant.make(morning - count * 86_400_000 - 60_000),
    recalledAt: null,
    waitingCount: n
  }))

const block = (fields: Partial<ReaderBlockRow>): ReaderBlockRow => ({
  blockId: "k1" as never,
  readerId: "ada" as never,
  kind: "conduct",
  actions: "borrow",
  endsAt: null,
  note: "",
  ignoredAtHome: 0,
  placedAt: morning,
  ...fields
})

const lateRule = {
  name: "late and in debt",
  all: { overdueLoans: { over: 1 }, debt: { over: "0.50" } },
  blocks: ["renew"]
}
const compensationRule = { name: "unpaid", all: { compensationDebt: { over: "0" } }, blocks: ["borrow"] }
const overdueAndInDebt = { standing: { overdue: overdue(1, 1) }, set: { blocksWhen: [lateRule] } }

const all = ["borrow", "renew", "reserve"]
const ended = { blocks: [block({ endsAt: morning })] }
const lasting = { blocks: [block({ endsAt: minutesLater(1), actions: "renew reserve" })] }
const cases: ReadonlyArray<readonly [what: string, given: Given, wanted: ReadonlyArray<string>]> = [
  ["nobody with nothing", {}, []],
  ["debts, everything by default", { balance: 101 }, all],
  ["debts, what the policy names", { balance: 101, set: { debtBlocks: ["borrow"] } }, ["borrow"]],
  ["debts of just the maximum, nothing", { balance: 100 }, []],
  [
    "an expired membership, but for renewing",
    { expired: true, set: { expiryBlocks: ["borrow", "reserve"] } },
    ["borrow", "reserve"]
  ],
  ["overdue loans above their maximum", { standing: { overdue: overdue(1, 1) }, set: { overdueLoansMax: 1 } }, all],
  [
    "overdue loans of just the maximum, nothing",
    { standing: { overdue: overdue(1) }, set: { overdueLoansMax: 1 } },
    []
  ],
  [
    "overdue loans within grace, nothing",
    { standing: { overdue: overdue(1) }, set: { overdueLoansMax: 0, overdueGrace: { days: 2 } } },
    []
  ],
  [
    "overdue days, what the policy names",
    { standing: { overdue: overdue(9) }, set: { overdueDaysMax: 8, overdueDaysBlocks: ["reserve"] } },
    ["reserve"]
  ],
  [
    "loans long overdue as lost",
    { standing: { overdue: overdue(90, 89) }, set: { lostItemsMax: 0, lostAfterDays: 90 } },
    all
  ],
  ["overdue loans that others wait for", { standing: { overdue: overdue(1, 1) }, set: { awaitedOverdueMax: 0 } }, all],
  [
    "a loan overdue for long that others wait for",
    { standing: { overdue: overdue(9, 5) }, set: { awaitedOverdueDaysMax: 4, awaitedOverdueDaysBlocks: ["renew"] } },
    ["renew"]
  ],
  [
    "nothing, where others wait only for what is not late for so long",
    { standing: { overdue: overdue(9, 5) }, set: { awaitedOverdueDaysMax: 5 } },
    []
  ],
  [
    "unpaid compensation, what the policy names",
    {
      standing: { compensationDebt: 1 },
      set: { compensationDebtMax: "0.00", compensationDebtBlocks: ["borrow", "reserve"] }
    },
    ["borrow", "reserve"]
  ],
  ["paid compensation, nothing", { standing: { compensationDebt: 0 }, set: { compensationDebtMax: "0.00" } }, []],
  ["a rule of the library's own, all parts of which hold", { ...overdueAndInDebt, balance: 51 }, ["renew"]],
  ["a rule of the library's own, one part of which does not hold: nothing", { ...overdueAndInDebt, balance: 50 }, []],
  [
    "one of several rules, by compensation alone",
    { standing: { compensationDebt: 1 }, set: { blocksWhen: [lateRule, compensationRule] } },
    ["borrow"]
  ],
  ["loans out from their maximum on", { standing: { loansOut: 5 }, set: { loansOutMax: 5 } }, ["borrow"]],
  ["a block by hand, what it names", { standing: lasting }, ["renew", "reserve"]],
  ["a block by hand that has ended, nothing", { standing: ended }, []],
  ["a block ignored at home, there nothing", { home: "same", standing: { blocks: [block({ ignoredAtHome: 1 })] } }, []],
  ["a block ignored at home, elsewhere", { standing: { blocks: [block({ ignoredAtHome: 1 })] } }, ["borrow"]]
]

describe("a reader is blocked by", () => {
  it.each(cases)("%s", (_, given, wanted) => {
    assert.deepEqual(blocked(given), wanted)
  })
})

it("reads no more overdue loans than the highest maximum needs, and none where no row asks", () => {
  assert.equal(overdueNeeded(null), 0)
  assert.equal(overdueNeeded(policyWith({})), 0)
  assert.equal(overdueNeeded(policyWith({ overdueDaysMax: 30 })), 1)
  assert.equal(overdueNeeded(policyWith({ overdueLoansMax: 15, lostItemsMax: 2 })), 16)
  assert.equal(overdueNeeded(policyWith({ blocksWhen: [lateRule] })), 2)
  assert.isTrue(sets(policyWith({ titleLoansMax: 1 }), "titleLoansMax"))
})

it("reads charges only where a row asks for unpaid compensation", () => {
  assert.isFalse(compensationNeeded(null))
  assert.isFalse(compensationNeeded(policyWith({ blocksWhen: [lateRule] })))
  assert.isTrue(compensationNeeded(policyWith({ blocksWhen: [compensationRule] })))
  assert.isTrue(compensationNeeded(policyWith({ compensationDebtMax: "1.00" })))
})
