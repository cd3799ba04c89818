import { Effect } from "effect"
import { ItemId } from "../../../catalogue/model.ts"
import { InterloanId } from "../../../interlending/model.ts"
import { LoanId } from "../../../loans/model.ts"
import { ReservationId } from "../../../reservations/model.ts"
import { townOpensAt } from "../../play/smallTown.ts"
import { barcodeOf, interloanRow, itemRow, queueRow, reservationRow, titleRow } from "../../rows.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { deskCase, refusalsOf } from "../deskScene.ts"
import { newScene } from "../scene.ts"

const interloan = InterloanId.make("x1")
const partners = { hill: { card: "hill" } }
const told = { interloan, partner: "hill" }

/** Loans between systems: the message stands in the outbox in the same commit as what it tells of, until it is confirmed. */
export const interlendingCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "what is lent to another system, and the message of it, are there together",
    { items: 1, readers: ["hill"], document: { partners } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("takeMessage", { ...told, kind: "requested", title: "Hill walks" })
        const lend = { interloan, item: "i1", card: "hill" }
        const { receipt } = yield* scene.give("lendOut", lend, "lend")
        const again = yield* scene.give("lendOut", lend, "lend")
        yield* same(again, { receipt, repeated: true }, "the same command again")
        const [row] = yield* scene.rows("interloan")
        yield* same(
          [row?.state, row?.loanId, row?.barcode, row?.dueAt],
          ["shipped", receipt.loanId, "i1", receipt.dueAt],
          "the loan between systems"
        )
        const body = JSON.stringify({ kind: "shipped", barcode: "i1", dueAt: receipt.dueAt })
        const message = { messageId: "x1 shipped", partner: "hill", interloanId: interloan, body, at: townOpensAt }
        yield* same(yield* scene.rows("outbox"), [message] as never, "the message")
        yield* scene.give("confirmMessage", { message: "x1 shipped" })
        yield* same(yield* scene.rows("outbox"), [], "once it is confirmed")
        yield* scene.give("confirmMessage", { message: "x1 shipped" })
      })
  ),
  deskCase(
    "of two desks that lend at once what was asked for, one does",
    { items: 2, readers: ["hill"], document: { partners } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("takeMessage", { ...told, kind: "requested", title: "Hill walks" })
        const both = ["i1", "i2"].map((item) => refusalsOf(scene.give("lendOut", { interloan, item, card: "hill" })))
        const refusals = yield* Effect.all(both, { concurrency: "unbounded" })
        yield* same(refusals.flat(), ["InterloanStateForbids"], "the other one")
        yield* same((yield* scene.rows("loan")).length, 1, "loans")
        yield* same((yield* scene.rows("outbox")).length, 1, "messages")
      })
  ),
  deskCase(
    "of two desks that ask at once for one reservation, one does",
    { items: 1, readers: ["ada", "ben"], document: { partners } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ben" })
        const placed = yield* scene.give("reserve", { title: scene.titleId, card: "ada" })
        const reservation = placed.receipt.reservationId
        const asked = { partner: "hill", title: "Town walks", reservation }
        const all = [1, 2, 3].map(() => refusalsOf(scene.give("requestInterloan", asked)))
        const refusals = yield* Effect.all(all, { concurrency: "unbounded" })
        yield* same(refusals.flat(), ["InterloanUnderWay", "InterloanUnderWay"], "the others")
        yield* same((yield* scene.rows("outbox")).length, 1, "messages")
      })
  ),
  deskCase(
    "what was asked for a reservation is set aside for it as it comes, and its record goes as it is sent back",
    { items: 1, readers: ["ada", "ben"], document: { partners } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ben" })
        const placed = yield* scene.give("reserve", { title: scene.titleId, card: "ada" })
        const reservation = placed.receipt.reservationId
        const asked = { partner: "hill", title: "Town walks", reservation }
        const { interloanId } = (yield* scene.give("requestInterloan", asked)).receipt
        const shipped = { kind: "shipped", barcode: "h1", dueAt: townOpensAt + 86_400_000 } as const
        yield* scene.give("takeMessage", { interloan: interloanId, partner: "hill", ...shipped })
        const came = { interloan: interloanId, reservation, barcode: "h1", type: "book" }
        const { setAside } = (yield* scene.give("borrowIn", came)).receipt
        yield* same(setAside?.reservationId, reservation, "for whom it was set aside")
        yield* scene.give("sendBack", { interloan: interloanId, item: "h1" })
        const items = (yield* scene.rows("item")).map(({ barcode, itemId, status }) => [
          status,
          `${barcode}` === itemId || barcode
        ])
        yield* same(
          items.sort(),
          [
            ["onLoan", "i1"],
            ["withdrawn", true]
          ],
          "the copies"
        )
        const messages = (yield* scene.rows("outbox")).map(({ body }) => JSON.parse(body).kind)
        yield* same(messages.sort(), ["received", "requested", "sentBack"], "what is told")
      })
  ),
  deskCase(
    "a copy that comes from another system is not set aside for a reader who is blocked; a dispute blocks as the policy says",
    {
      items: 1,
      readers: ["ada", "ben"],
      document: { partners },
      set: { appealBlocks: false, debtMax: "1.00" }
    },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ben" })
        const placed = yield* scene.give("reserve", { title: scene.titleId, card: "ada" })
        const reservation = placed.receipt.reservationId
        const owed = { card: "ada", kind: "fee", amount: 900, reason: "copies" } as const
        const { chargeId } = (yield* scene.give("chargeReader", owed)).receipt
        const come = (barcode: string) =>
          Effect.gen(function* () {
            const asked = { partner: "hill", title: "Town walks", reservation }
            const { interloanId } = (yield* scene.give("requestInterloan", asked)).receipt
            const shipped = { kind: "shipped", barcode, dueAt: townOpensAt + 86_400_000 } as const
            yield* scene.give("takeMessage", { interloan: interloanId, partner: "hill", ...shipped })
            const came = { interloan: interloanId, reservation, barcode, type: "book" }
            return (yield* scene.give("borrowIn", came)).receipt
          })
        yield* same((yield* come("h1")).skipped[0]?.because, "DebtOverLimit", "what is owed")
        yield* scene.give("appeal", { card: "ada", charge: chargeId, reason: "not mine" })
        const { blockId } = (yield* scene.give("placeBlock", { card: "ada", kind: "conduct", actions: ["borrow"] }))
          .receipt
        yield* same((yield* come("h2")).skipped[0]?.because, "ReaderBlocked", "a block, once that is disputed")
        yield* scene.give("liftBlock", { card: "ada", block: blockId })
        yield* same((yield* come("h3")).setAside?.reservationId, reservation, "once it is lifted")
      })
  ),
  {
    title:
      "openInterloans: those of one side that are not over, by id, with their copies and reservations, in pages; interloanOfReservation: the open one",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const reservationId = ReservationId.make("r1")
      yield* scene.insert({
        title: [titleRow("t1")],
        titleQueue: [queueRow("t1")],
        item: [itemRow("i1", "t1", { loanId: LoanId.make("l1"), status: "onLoan" })],
        interloan: [
          interloanRow("x1", { state: "shipped", itemId: ItemId.make("i1"), loanId: LoanId.make("l0") }),
          interloanRow("x2", { state: "unfilled", endedAt: townOpensAt }),
          interloanRow("x3", { side: "borrower", state: "completedWithoutReturn", itemId: ItemId.make("i1") }),
          interloanRow("x4"),
          interloanRow("x5", { side: "borrower", reservationId, openReservationId: reservationId })
        ],
        reservation: [reservationRow("r1", "t1", null, { state: "cancelled", endedAt: townOpensAt })]
      })
      const page = (side: "borrower" | "lender", after: string | null, limit: number) =>
        Effect.map(scene.read({ openInterloans: { side, after, limit } }), ({ openInterloans }) => openInterloans)
      const first = yield* page("lender", null, 1)
      const copy = { itemId: "i1", barcode: barcodeOf("i1"), status: "onLoan", presentBranch: "main", loanId: "l1" }
      yield* same(
        first.rows.map(({ interloan, copy }) => [interloan.interloanId, interloan.loanId, copy]),
        [["x1", "l0", copy]] as never,
        "the first"
      )
      const second = yield* page("lender", first.next, 1)
      yield* same(
        second.rows.map(({ interloan, copy }) => [interloan.interloanId, copy]),
        [["x4", null]] as never,
        "the rest"
      )
      yield* same(second.next, null, "after them")
      const borrowed = yield* page("borrower", null, 9)
      yield* same(
        borrowed.rows.map(({ interloan, reservation }) => [interloan.interloanId, reservation]),
        [
          ["x3", null],
          ["x5", { reservationId: "r1", state: "cancelled", pickupBranch: "main" }]
        ] as never,
        "of the other side"
      )
      const of = (id: string) =>
        Effect.map(
          scene.read({ interloanOfReservation: { reservationId: ReservationId.make(id) } }),
          ({ interloanOfReservation: found }) => found?.interloanId ?? null
        )
      yield* same([yield* of("r1"), yield* of("r2")], ["x5", null] as never, "what is asked for a reservation")
    })
  }
]
