import { hasPermission, parseInstant } from "@openshelf/core"
import {
  cashDeskReport,
  debtsByAge,
  forgivenBy,
  type SumBy,
  settlementBetweenLibraries,
  sumsOf
} from "@openshelf/core/money-reports"
import { Result, Schema } from "effect"
import { invalid } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { type Call, found, type Reply, type Route } from "../route.ts"
import { branchNow } from "../wire/inForce.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"

const { Int, String: Text, Struct, NullOr, Boolean: YesOrNo, Array: List, Record, optionalKey } = Schema

const permission = "accounts.report"
const common = {
  method: "GET",
  tag: "circulation",
  signedIn: true,
  permits: ({ actor }) => (hasPermission(actor, permission) ? null : refused([{ _tag: "NotPermitted", permission }]))
} as const satisfies Partial<Route>

const period = { from: optionalKey(InstantText), to: optionalKey(InstantText) }
const sums = List(Struct({ by: Record(Text, Text), count: Int, amount: Int }))
const Sums = Struct({ currency: Text, sums })

/** The period of a query, its ends open where they are not told; or what is wrong with it. */
const periodOf = (query: Call["query"]): Result.Result<{ readonly from?: number; readonly to?: number }, Reply> => {
  const asked: { from?: number; to?: number } = {}
  for (const name of ["from", "to"] as const) {
    const text = query[name]
    if (text === undefined) continue
    const read = parseInstant(String(text))
    if (Result.isFailure(read)) return Result.fail(invalid({ path: name, expected: read.failure }))
    asked[name] = read.success
  }
  return Result.succeed(asked)
}

/** A report over a period, in the months of the branch where it is asked for. */
const over =
  (
    report: (
      call: Call,
      period: { readonly from?: number; readonly to?: number; readonly zone: string }
    ) => Promise<unknown>
  ) =>
  async (call: Call): Promise<Reply> => {
    const asked = periodOf(call.query)
    if (Result.isFailure(asked)) return asked.failure
    const { zone } = await branchNow(call.library, call.identity, call.now)
    return found(withInstantTexts(await report(call, { ...asked.success, zone })))
  }

const cashDesks: Route = {
  ...common,
  name: "cashDeskReport",
  path: "/v1/reports/cash-desks",
  summary: "Sessions of cash desks: what came and went by method, what was counted, by how much it differed",
  query: { ...period, cashDesk: optionalKey(Text.check(Schema.isMaxLength(64))) },
  answer: Struct({
    currency: Text,
    sessions: List(
      Struct({
        cashDesk: Text,
        branch: Text,
        session: Int,
        openedAt: InstantText,
        openedBy: Text,
        isOpen: YesOrNo,
        methods: List(
          Struct({
            method: Text,
            byKind: Record(Text, Int),
            expected: Int,
            counted: NullOr(Int),
            difference: Int
          })
        )
      })
    )
  }),
  handle: over(({ library, identity: { tenant }, query: { cashDesk } }, { zone: _, ...asked }) =>
    cashDeskReport(library, { tenant, ...asked, ...(cashDesk === undefined ? {} : { cashDesk: String(cashDesk) }) })
  )
}

const debts: Route = {
  ...common,
  name: "debtReport",
  path: "/v1/reports/debts",
  summary: "What is owed now, by how long",
  answer: Struct({
    currency: Text,
    at: InstantText,
    owed: Int,
    bands: List(Struct({ fromDays: Int, toDays: NullOr(Int), charges: Int, owed: Int, byKind: Record(Text, Int) }))
  }),
  handle: async ({ library, identity: { tenant }, now }: Call) =>
    found(withInstantTexts(await debtsByAge(library, { tenant, at: now })))
}

const forgiven: Route = {
  ...common,
  name: "forgivenReport",
  path: "/v1/reports/forgiven",
  summary: "What was waived, written off and undone, by month, by whom",
  query: period,
  answer: Sums,
  handle: over(({ library, identity: { tenant } }, asked) => forgivenBy(library, { tenant, ...asked }))
}

const settlement: Route = {
  ...common,
  name: "settlementReport",
  path: "/v1/reports/between-libraries",
  summary: "What libraries owe each other for lending, by month, and set off",
  query: period,
  answer: Struct({
    currency: Text,
    months: List(Struct({ month: Text, payer: Text, payee: Text, loans: Int, amount: Int })),
    balances: List(Struct({ payer: Text, payee: Text, amount: Int }))
  }),
  handle: over(({ library, identity: { tenant } }, asked) => settlementBetweenLibraries(library, { tenant, ...asked }))
}

const parts: ReadonlyArray<SumBy> = ["month", "kind", "reason", "branch", "actor"]

const money: Route = {
  ...common,
  name: "moneyReport",
  path: "/v1/reports/money",
  summary: "All lines of all accounts, summed up by month, kind, reason, branch or actor",
  query: { ...period, by: optionalKey(Text.check(Schema.isMaxLength(100))) },
  answer: Sums,
  handle: async (call: Call) => {
    const by = String(call.query.by ?? "month,kind").split(",") as ReadonlyArray<SumBy>
    if (by.some((part) => !parts.includes(part)) || new Set(by).size < by.length)
      return invalid({ path: "by", expected: `some of ${parts.join(",")}, each once` })
    const report = over(({ library, identity: { tenant } }, asked) => sumsOf(library, { tenant, by, ...asked }))
    return report(call)
  }
}

export const moneyReports: ReadonlyArray<Route> = [cashDesks, debts, forgiven, money, settlement]
