import { Result } from "effect"
import { compileCalendar } from "../calendar/calendar.ts"
import { decodeCalendar } from "../calendar/decodeCalendar.ts"
import { Instant } from "../calendar/instant.ts"
import type { ItemStatus } from "../catalogue/model.ts"
import type { Actor, Channel } from "../decision/actor.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { QueueCount, TitleCopyCount } from "../decision/facts.ts"
import { staffRoles } from "../decision/permission.ts"
import type { Refusals } from "../decision/refusal.ts"
import type { LoanRow } from "../loans/model.ts"
import { decideRenew, type Renew, type RenewReceipt } from "../loans/renew.ts"
import { compilePolicy, type PolicyRow } from "../policy/index.ts"
import { decodePolicy } from "../policy/reading/decodePolicy.ts"
import type { OverdueLoan, ReaderBlockRow } from "../readers/blocks/model.ts"
import type { ReaderRow } from "../readers/model.ts"
import { accountRow, barcodeOf, itemRow, loanRow, queueRow, readerRow } from "./rows.ts"

/** A renewal of loan l1, item i1 of title t1, with the facts that matter given and all others quiet. */
export interface RenewalCase {
  readonly at: number
  /** What the one row that always matches sets, over what a renewal needs at all. */
  readonly set?: Readonly<Record<string, unknown>>
  readonly rows?: ReadonlyArray<PolicyRow>
  readonly loan?: Partial<LoanRow>
  /** Without it, on loan. */
  readonly itemStatus?: ItemStatus
  readonly reader?: Partial<ReaderRow>
  readonly balance?: number
  /** Waiting reservations by the copy they want; `null`: any copy. */
  readonly waiting?: ReadonlyArray<readonly [itemId: string | null, count: number]>
  /** Other copies of the title, by state and type. */
  readonly copies?: ReadonlyArray<Partial<TitleCopyCount> & { readonly count: number }>
  /** Numbers of the renewals for which nobody had the item in hand. */
  readonly unseen?: ReadonlyArray<number>
  /** Blocks of the reader set by hand. */
  readonly blocks?: ReadonlyArray<ReaderBlockRow>
  /** The reader's overdue loans, this one too if it is. */
  readonly overdue?: ReadonlyArray<OverdueLoan>
  readonly actor?: Actor
  readonly channel?: Channel
  readonly command?: Partial<Renew>
}

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
const hours = Object.fromEntries(week.map((name) => [name, ["00:00-24:00"]]))

/** Always open, in UTC. */
export const utcCalendar = compileCalendar(
  Result.getOrThrow(decodeCalendar({ branches: { main: { name: { en: "Main" }, zone: "UTC", hours } } }))
)

export const manager: Actor = { kind: "staff", id: "ann", permissions: new Set(staffRoles.manager) }

const policyOf = ({ set, rows = [] }: RenewalCase) =>
  compilePolicy(
    Result.getOrThrow(
      decodePolicy({
        currency: "EUR",
        rounding: "halfUp",
        precedence: { by: "mostCriteria" },
        readerCategories: { adult: {} },
        itemTypes: { book: {}, reference: {} },
        limits: { all: {} },
        rows: [
          {
            id: "base",
            when: {},
            set: {
              lendable: true,
              reservable: true,
              dueTime: "endOfDay",
              closedDays: "keep",
              renewalCountMax: "unlimited",
              renewFrom: "due",
              renewalWhenWaiting: false,
              debtMax: "unlimited",
              ...set
            }
          },
          ...rows
        ]
      })
    ),
    { version: 1 }
  )

/** Where, by whom and under which rules a case is decided. */
export const contextOfCase = (given: RenewalCase): DecisionContext => ({
  tenant: "town",
  place: { actor: given.actor ?? manager, branch: "main", channel: given.channel ?? "desk" },
  policy: policyOf(given),
  calendar: utcCalendar,
  ids: []
})

/** What the core decides about it. */
export const decideCase = (given: RenewalCase): Result.Result<Decision<RenewReceipt>, Refusals> => {
  const { at, waiting = [], copies = [] } = given
  const waitingCount = waiting.reduce((sum, [, count]) => sum + count, 0)
  const title = { titleId: "t1" as never, title: "", responsibility: "", format: "", language: "" }
  const queues: ReadonlyArray<QueueCount> = waiting.map(([itemId, count]) => ({
    titleId: title.titleId,
    itemId: itemId as never,
    pickupBranch: "main",
    volume: "",
    itemType: "",
    count
  }))
  const usual = {
    presentBranch: "main",
    type: "book",
    collection: "general",
    location: "stacks",
    homeBranch: "main",
    volume: ""
  }
  const item = itemRow("i1", "t1", { status: given.itemStatus ?? "onLoan", loanId: "l1" as never })
  return decideRenew(
    {
      item: { item, queue: queueRow("t1", { waitingCount }), title },
      loanOfItem: {
        reader: readerRow("ada", given.reader),
        account: accountRow("ada", { balance: (given.balance ?? 0) as never }),
        loan: loanRow("l1", "i1", given.loan)
      },
      blocksOfBorrower: given.blocks ?? [],
      overdueOfBorrower: given.overdue ?? [],
      queueOfItem: queues,
      unseenOfItem: (given.unseen ?? []).map((renewalCount) => ({ loanId: "l1" as never, renewalCount })),
      copiesOfItem: [
        { ...usual, status: "onLoan", titleId: title.titleId, count: 1 },
        ...copies.map((copy) => ({ ...usual, status: "available" as const, titleId: title.titleId, ...copy }))
      ]
    },
    { item: barcodeOf("i1"), at: Instant.make(at), ...given.command },
    contextOfCase(given)
  )
}

/** The codes of what stands in the way, in order; none when it is carried out. */
export const codesOfCase = (given: RenewalCase): ReadonlyArray<string> => {
  const decided = decideCase(given)
  return Result.isFailure(decided) ? decided.failure.map(({ _tag }) => _tag) : []
}
