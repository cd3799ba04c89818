import { Effect } from "effect"
import { EntryId } from "../../../accounts/model.ts"
import { publish } from "../../../library/publish.ts"
import { LoanId } from "../../../loans/model.ts"
import { ReaderId } from "../../../readers/model.ts"
import { ReservationId } from "../../../reservations/model.ts"
import { day, townCalendar, townOpensAt } from "../../play/smallTown.ts"
import {
  accountRow,
  barcodeOf,
  cardOf,
  chargeRow,
  entryRow,
  eventRow,
  itemRow,
  loanRow,
  minutesLater,
  readerRow
} from "../../rows.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"
import { pagesOf } from "../pagesOf.ts"
import { newScene } from "../scene.ts"
import { stock } from "../stock.ts"

const atOnce = { concurrency: "unbounded" } as const

/** What a changed calendar asks of a storage: histories, charges with their loans, and the commands that re-date. */
export const redatingCases: ReadonlyArray<ContractCase> = [
  {
    title:
      "historyOfLoan, historyOfReservation, historyOfCharge, historyOfOther: the events of the streams, in order, and no others",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(charged)
      const found = yield* scene.read({
        historyOfLoan: { barcode: barcodeOf("i1") },
        historyOfReservation: { reservationId: ReservationId.make("r1") },
        historyOfCharge: { chargeId: EntryId.make("e1") }
      })
      yield* same(
        found.historyOfLoan,
        [1, 2, 10].map((seq) => eventRow("l1", seq)),
        "the loan's"
      )
      yield* same(found.historyOfReservation, [eventRow("r1", 1)], "the reservation's")
      yield* same(
        found.historyOfCharge,
        [eventRow("ada", 1), eventRow("ada", 2), eventRow("l0", 1)],
        "those of the account and the loan"
      )
      const settled = yield* scene.read({ historyOfCharge: { chargeId: EntryId.make("e3") } })
      yield* same(settled.historyOfCharge, [eventRow("ada", 1), eventRow("ada", 2)], "those without a link")
      const [ada, nobody] = [cardOf("ada"), cardOf("zoe")]
      const ofOther = yield* scene.read({ historyOfOther: { other: ada } })
      yield* same(ofOther.historyOfOther, [eventRow("ada", 1), eventRow("ada", 2)], "those of an account alone")
      yield* same((yield* scene.read({ historyOfOther: { other: nobody } })).historyOfOther, [], "those of nobody's")
      const none = yield* scene.read({
        historyOfLoan: { barcode: barcodeOf("i9") },
        historyOfCharge: { chargeId: EntryId.make("e9") }
      })
      yield* same(none, { historyOfLoan: [], historyOfCharge: [] }, "those of what is not there")
    })
  },
  {
    title: "loanOfCharge, chargesOfLoans: charges with their loans while the link lives, page by page",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(charged)
      const of = (chargeId: string) =>
        Effect.map(
          scene.read({ loanOfCharge: { chargeId: EntryId.make(chargeId) } }),
          ({ loanOfCharge }) => loanOfCharge
        )
      const [one, other, , rental] = charged.charge
      const [first, second] = [charged.loan[0], charged.loan[1]]
      const ada = { reader: readerRow("ada"), account: accountRow("ada") }
      yield* same(yield* of("e1"), { charge: one, loan: first, othersOwed: 1, ...ada }, "the charge")
      yield* same(yield* of("e3"), null, "one without a link")
      const charges = (from: number, limit: number) =>
        pagesOf(limit, (after) =>
          Effect.map(scene.read({ chargesOfLoans: { from, after, limit } }), (found) => found.chargesOfLoans)
        )
      const all = [
        { charge: one, loan: first },
        { charge: rental, loan: first },
        { charge: other, loan: second }
      ]
      for (const limit of [1, 2, 1000]) yield* same(yield* charges(0, limit), all, `all, by ${limit}`)
      yield* same(yield* charges(minutesLater(5), 10), all.slice(2), "those raised later")
    })
  },
  deskCase(
    "F16: days are closed afterwards: loan, shelf and charge follow, by two runs at once each once",
    { items: 3, titles: 3, readers: ["ada", "ben"], set: { overdueOnClosedDays: false } },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2", "i3"]) yield* scene.give("checkOut", { item, card: "ada" })
        yield* scene.give("reserve", { title: scene.titleIds[1] as string, card: "ben" })
        yield* scene.give("returnItem", { item: "i2", at: townOpensAt + 6 * day })
        const late = yield* scene.give("returnItem", { item: "i3", at: townOpensAt + 11 * day })
        const at = townOpensAt + 12 * day
        yield* closeOn(scene, [7, 8, 10], at)
        const [reservation] = yield* scene.rows("reservation")
        const twice = [0, 1].map((later) =>
          Effect.all(
            [
              refusalsOf(scene.give("redateLoan", { item: "i1", at: at + later })),
              refusalsOf(
                scene.give("redateReservation", {
                  reservation: reservation?.reservationId as ReservationId,
                  at: at + later
                })
              ),
              refusalsOf(
                scene.give("redateCharge", { charge: late.receipt.charge?.chargeId as EntryId, at: at + later })
              )
            ],
            atOnce
          )
        )
        const told = (yield* Effect.all(twice, atOnce)).flat()
        yield* same(told.filter((codes) => codes.length === 0).length, 3, "how many were moved")
        yield* same(new Set(told.flat()), new Set(["NothingToRedate"]), "what the others were told")
        const tags = (yield* scene.rows("event")).map(({ tag }) => tag)
        for (const tag of ["LoanRedated", "ReservationRedated", "ChargeWaived"])
          yield* same(tags.filter((one) => one === tag).length, 1, `events ${tag}`)
        const [open] = (yield* scene.rows("loan")).filter(({ closedAt }) => closedAt === null)
        yield* must((open?.dueAt ?? 0) > townOpensAt + 8 * day, "the loan is due on a closed day")
      })
  )
]

/** Publishes the town's calendar with these days closed, counted from the one on which it opens. */
const closeOn = (scene: DeskScene, days: ReadonlyArray<number>, at: number) =>
  Effect.gen(function* () {
    const closed = days.map((number) => ({
      from: new Date(townOpensAt + number * day).toISOString().slice(0, 10),
      closed: true
    }))
    const main = { ...townCalendar.branches.main, exceptions: closed }
    const content = { branches: { ...townCalendar.branches, main } }
    const published = yield* publish("calendar", { tenant: scene.tenant, content, at, by: "ann" })
    yield* must(published.ok, "the calendar does not hold")
  })

/** Ada has i1 (l1); l0 and l2 ended late: e1 and e2 are for them; e3 was paid; e4 is what l0 cost anyway. */
const charged = {
  ...stock({ titles: ["t1"], readers: ["ada"] }),
  item: [itemRow("i1", "t1", { status: "onLoan", loanId: LoanId.make("l1") }), itemRow("i2", "t1")],
  loan: [
    loanRow("l0", "i1", { state: "closed", closedAt: minutesLater(1) }),
    loanRow("l2", "i2", { state: "closed", closedAt: minutesLater(9) }),
    loanRow("l1", "i1", { lentAt: minutesLater(2) })
  ],
  loanReader: ["l0", "l1", "l2"].map((loanId) => ({ loanId: LoanId.make(loanId), readerId: ReaderId.make("ada") })),
  entry: ["e1", "e2", "e3", "e4"].map((entryId) => entryRow(entryId, "ada")),
  charge: [
    chargeRow("e1", "ada"),
    chargeRow("e2", "ada", { raisedAt: minutesLater(9) }),
    chargeRow("e3", "ada", { outstanding: 0 as never }),
    chargeRow("e4", "ada", { kind: "rental" })
  ],
  chargeLoan: [
    ["l0", "e1"],
    ["l2", "e2"],
    ["l0", "e4"]
  ].map(([loanId, chargeId]) => ({
    loanId: LoanId.make(loanId as string),
    kind: chargeId === "e4" ? ("rental" as const) : ("overdue" as const),
    renewalCount: 0,
    chargeId: EntryId.make(chargeId as string)
  })),
  event: [
    eventRow("ada", 1),
    eventRow("ada", 2),
    eventRow("l0", 1),
    ...[10, 2, 1].map((seq) => eventRow("l1", seq)),
    eventRow("l2", 1),
    eventRow("r1", 1)
  ]
}
