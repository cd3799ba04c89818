import { Effect } from "effect"
import { InterloanId } from "../../../interlending/model.ts"
import { townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { deskCase, refusalsOf } from "../deskScene.ts"

const interloan = InterloanId.make("x1")
const told = { interloan, partner: "hill" }

/** Loans between systems: the message stands in the outbox in the same commit as what it tells of, until it is confirmed. */
export const interlendingCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "what is lent to another system, and the message of it, are there together",
    { items: 1, readers: ["hill"] },
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
  deskCase("of two desks that lend at once what was asked for, one does", { items: 2, readers: ["hill"] }, (scene) =>
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
    "what was asked for a reservation is set aside for it as it comes, and its record goes as it is sent back",
    { items: 1, readers: ["ada", "ben"] },
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
          barcode === itemId || barcode
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
  )
]
