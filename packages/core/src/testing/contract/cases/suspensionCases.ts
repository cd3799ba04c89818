import { Effect } from "effect"
import { day, townOpensAt } from "../../play/smallTown.ts"
import type { ContractCase } from "../contractCase.ts"
import { same } from "../contractCase.ts"
import { deskCase, refusalsOf } from "../deskScene.ts"

const suspended = { suspension: { days: 2, per: "day" }, debtMax: "unlimited" }
/** Two days late: loans of seven days. */
const late = townOpensAt + 9 * day
/** Midnight in Zürich at the start of a day of March 2024, before summer time. */
const startOf = (date: number): number => Date.UTC(2024, 2, date) - 3_600_000

/** Being late costs days: a block of the reader, in the decision that ends the loan. */
export const suspensionCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "a late return suspends its reader from what the policy names, until the day on which it is over",
    { items: 3, titles: 3, readers: ["ada"], set: { ...suspended, suspensionBlocks: ["reserve", "borrow"] } },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ada" })
        const inTime = yield* scene.give("returnItem", { item: "i2" })
        yield* same(inTime.receipt.suspendedUntil, null, "a return in time")
        const { receipt } = yield* scene.give("returnItem", { item: "i1", at: late })
        yield* same([receipt.charge?.amount, receipt.suspendedUntil], [20, startOf(14)], "what two days late cost")
        const blocks = yield* scene.rows("readerBlock")
        yield* same(
          blocks.map(({ kind, actions, endsAt, placedAt }) => [kind, actions, endsAt, placedAt]),
          [["suspension", "borrow reserve", startOf(14), late]],
          "the block"
        )
        const borrow = (at: number) => refusalsOf(scene.give("checkOut", { item: "i3", card: "ada", at }))
        yield* same(yield* borrow(startOf(14) - 1), ["ReaderBlocked"], "on the last day")
        yield* same(yield* borrow(startOf(14) + 9 * 3_600_000), [], "when it is over")
      })
  ),
  deskCase(
    "suspensions of one reader run at once, and one that would end no later places no block",
    { items: 2, titles: 2, readers: ["ada"], set: suspended },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ada" })
        yield* scene.give("returnItem", { item: "i1", at: late })
        const second = yield* scene.give("returnItem", { item: "i2", at: late })
        yield* same(second.receipt.suspendedUntil, null, "the second return")
        yield* same((yield* scene.rows("readerBlock")).length, 1, "blocks")
      })
  ),
  deskCase(
    "ten late returns at once, where suspensions add up: each begins where another one ends",
    { items: 10, titles: 10, readers: ["ada"], loanCountMax: 20, set: { ...suspended, suspensionCumulative: true } },
    (scene) =>
      Effect.gen(function* () {
        const items = Array.from({ length: 10 }, (_, index) => `i${index + 1}`)
        for (const item of items) yield* scene.give("checkOut", { item, card: "ada" })
        const returns = items.map((item) => scene.give("returnItem", { item, at: late }))
        const told = yield* Effect.all(returns, { concurrency: "unbounded" })
        // The last of them end in summer time, an hour earlier.
        const ends = items.map((_, nth) => startOf(14 + 4 * nth) - (14 + 4 * nth > 31 ? 3_600_000 : 0))
        yield* same(told.map(({ receipt }) => receipt.suspendedUntil ?? 0).sort(), ends, "until when")
      })
  ),
  deskCase(
    "whoever kept it late is suspended when it is lent to another at the desk; a return without charge suspends nobody",
    { items: 2, titles: 2, readers: ["ada", "ben"], set: suspended },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ada" })
        yield* scene.give("returnItem", { item: "i2", at: late, withoutCharge: true })
        yield* same(yield* scene.rows("readerBlock"), [], "blocks without charge")
        const override = { reason: "found in the hall" }
        const { receipt } = yield* scene.give("checkOut", { item: "i1", card: "ben", at: late, override })
        yield* same(receipt.ended?.suspendedUntil, startOf(14), "until when")
        const other = { item: "i2", at: late }
        yield* same(yield* refusalsOf(scene.give("checkOut", { ...other, card: "ada" })), ["ReaderBlocked"], "ada")
        yield* same(yield* refusalsOf(scene.give("checkOut", { ...other, card: "ben" })), [], "ben")
      })
  ),
  deskCase(
    "a copy that comes back late goes past its own reader, who waits for it and is suspended, to the next",
    { items: 1, readers: ["ada", "ben"], set: { ...suspended, reservableByBorrower: true } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const again = yield* scene.give("reserve", { title: scene.titleId, card: "ada" })
        const ben = yield* scene.give("reserve", { title: scene.titleId, card: "ben" })
        const { receipt } = yield* scene.give("returnItem", { item: "i1", at: late })
        yield* same(receipt.setAside?.reservationId, ben.receipt.reservationId, "who gets it")
        const skipped = [{ reservationId: again.receipt.reservationId, because: "ReaderBlocked" }]
        yield* same(receipt.skipped, skipped, "who was passed over")
      })
  )
]
