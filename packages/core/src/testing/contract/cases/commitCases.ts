import { Effect, Result } from "effect"
import { EntryId } from "../../../accounts/model.ts"
import { ItemId, TitleId } from "../../../catalogue/model.ts"
import { tables } from "../../../decision/tableShapes.ts"
import type { TableName, Tables } from "../../../decision/tables.ts"
import { LoanId } from "../../../loans/model.ts"
import { Minor } from "../../../money/minor.ts"
import { BlockId } from "../../../readers/blocks/model.ts"
import { type LoanCountRow, ReaderId } from "../../../readers/model.ts"
import { ReservationId } from "../../../reservations/model.ts"
import {
  accountRow,
  cardOf,
  cardRow,
  eventRow,
  itemRow,
  loanRow,
  minutesLater,
  queueRow,
  readerRow,
  reservationRow,
  titleRow
} from "../../rows.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { oneOfEach } from "../oneOfEach.ts"
import { newScene, permitted, refused } from "../scene.ts"
import { stock } from "../stock.ts"

/** What a decision does to the tables. */
export const commitCases: ReadonlyArray<ContractCase> = [
  {
    title: "the rows of a decision are there as they were given, in every table",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      for (const table of Object.keys(oneOfEach) as ReadonlyArray<keyof typeof oneOfEach>) {
        yield* same(yield* scene.rows(table), byKey(table, oneOfEach[table]), `the rows of ${table}`)
      }
    })
  },
  {
    title: "an update replaces the whole row, with its version however far it moved on",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ titles: ["t1"], items: [["i1", "t1"]] }))
      const lent = itemRow("i1", "t1", {
        version: 4,
        status: "onLoan",
        loanId: LoanId.make("l1"),
        price: Minor.make(7)
      })
      yield* scene.commit({ update: { item: [{ row: lent, was: 1 }] } })
      yield* same(yield* scene.rows("item"), [lent], "the item")
      const back = itemRow("i1", "t1", { version: 5, collection: "rare" })
      yield* scene.commit({ update: { item: [{ row: back, was: 4 }] } })
      yield* same(yield* scene.rows("item"), [back], "the item, with its nulls")
    })
  },
  {
    title: "a guard moves the row's version on by one and leaves the rest",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ titles: ["t1", "t2"], readers: ["ada"] }))
      yield* scene.commit({ guard: { reader: [{ id: "ada", was: 1 }], titleQueue: [{ id: "t2", was: 1 }] } })
      yield* same(yield* scene.rows("reader"), [readerRow("ada", { version: 2 })], "the reader")
      yield* same(yield* scene.rows("titleQueue"), [queueRow("t1"), queueRow("t2", { version: 2 })], "the queues")
    })
  },
  {
    title: "what is owed of a charge is set; nothing else of it changes",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const charge = oneOfEach.charge[0] as Tables["charge"]
      yield* scene.commit({
        charges: [
          {
            chargeId: charge.chargeId,
            amount: 100 as never,
            outstanding: 0 as never,
            refunded: 0 as never,
            forgiven: 0 as never
          }
        ]
      })
      yield* same(
        yield* scene.rows("charge"),
        [{ ...charge, outstanding: 0 }, ...oneOfEach.charge.slice(1)],
        "the charge"
      )
    })
  },
  {
    title: "counts are added up group by group, also twice in one decision",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ readers: ["ada", "ben"] }))
      yield* scene.commit({ count: [group("ada", 1), group("ada", 2, "film"), group("ben", 1)] })
      yield* scene.commit({ count: [group("ada", 1), group("ada", 1), group("ada", -1, "film"), group("ben", -1)] })
      const left = (yield* scene.rows("loanCount")).filter(({ count }) => count !== 0)
      yield* same(left, [group("ada", 3), group("ada", 1, "film")], "the groups with loans")
    })
  },
  {
    title: "links and cards that are cut are gone; cutting what is not there changes nothing",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const cut = {
        loanReader: [LoanId.make("l1")],
        reservationReader: [ReservationId.make("r1")],
        chargeLoan: [EntryId.make("e1")],
        card: [cardOf("ada")],
        titleRecord: ["t1"],
        readerBlock: [BlockId.make("k1")]
      }
      yield* scene.commit({ cut })
      yield* same(yield* scene.rows("loanReader"), [], "links of loans")
      yield* same(yield* scene.rows("reservationReader"), oneOfEach.reservationReader.slice(1), "links of reservations")
      yield* same(yield* scene.rows("chargeLoan"), [], "links of charges")
      yield* same(yield* scene.rows("card"), byKey("card", oneOfEach.card.slice(1)), "cards")
      yield* same(yield* scene.rows("titleRecord"), [], "records")
      yield* same(yield* scene.rows("readerBlock"), oneOfEach.readerBlock.slice(1), "blocks")
      yield* scene.commit({ cut })
    })
  },
  {
    title: "what is cut makes room for what comes: a replaced record, a card that changes hands",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const record = { titleId: TitleId.make("t1"), encoding: "utf8", content: Uint8Array.of(9) }
      yield* scene.commit({
        cut: { titleRecord: ["t1"], card: [cardOf("ada")] },
        insert: { titleRecord: [record], card: [cardRow("ben", cardOf("ada"))] }
      })
      yield* same(yield* scene.rows("titleRecord"), [record], "the record")
      const found = yield* scene.read({ reader: { card: cardOf("ada") } })
      yield* same(found.reader?.reader.readerId, "ben", "the reader with the card")
    })
  },
  {
    title: "one decision hands a copy on: the reservation that leaves stands before the one that gets it",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const gone = reservationRow("r2", "t1", null, { version: 2, state: "cancelled", endedAt: minutesLater(6) })
      const next = reservationRow("r1", "t1", 2, {
        version: 2,
        state: "setAside",
        itemId: ItemId.make("i1"),
        setAsideItemId: ItemId.make("i2"),
        setAsideAt: minutesLater(6),
        shelfUntil: minutesLater(7)
      })
      yield* scene.commit({ update: { reservation: [gone, next].map((row) => ({ row, was: 1 })) } })
      yield* same((yield* scene.rows("reservation")).slice(1), [next, gone], "the reservations")
    })
  },
  {
    title: "one decision closes an item's loan and opens its next one",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const closed = loanRow("l1", "i1", {
        version: 2,
        state: "closed",
        lentAt: minutesLater(2),
        closedAt: minutesLater(6)
      })
      const opened = loanRow("l2", "i1", { lentAt: minutesLater(6) })
      yield* scene.commit({ update: { loan: [{ row: closed, was: 1 }] }, insert: { loan: [opened] } })
      yield* same((yield* scene.rows("loan")).slice(1), [closed, opened], "the loans")
    })
  },
  {
    title: "a decision may bring thousands of rows, in many tables",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const numbers = Array.from({ length: 3000 }, (_, number) => String(number).padStart(5, "0"))
      const rows = {
        title: numbers.map((number) => titleRow(`t${number}`)),
        titleQueue: numbers.map((number) => queueRow(`t${number}`)),
        item: numbers.map((number) => itemRow(`i${number}`, `t${number}`)),
        reader: numbers.map((number) => readerRow(`p${number}`)),
        account: numbers.map((number) => accountRow(`p${number}`)),
        event: numbers.map((_, index) => eventRow("s", index + 1))
      }
      yield* scene.insert(rows)
      yield* scene.commit({
        update: { item: rows.item.map((row) => ({ row: { ...row, version: 2, collection: "moved" }, was: 1 })) },
        guard: { reader: numbers.map((number) => ({ id: `p${number}`, was: 1 })) }
      })
      const items = yield* scene.rows("item")
      yield* must(
        items.length === 3000 && items.every(({ collection }) => collection === "moved"),
        "not all items moved"
      )
      const readers = yield* scene.rows("reader")
      yield* must(readers.length === 3000 && readers.every(({ version }) => version === 2), "not all readers guarded")
      yield* must((yield* scene.rows("event")).length === 3000, "not all events are there")
    })
  },
  {
    title: "a decision that does nothing is carried out, and its receipt is kept",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const receipt = { text: "ü😀\"'", list: [1, null, true, {}], none: null, minus: -1 }
      const outcome = yield* scene.storage.run(scene.request({ receipt }))
      yield* same(outcome, Result.succeed({ receipt, repeated: false }), "the outcome")
      yield* must((yield* scene.rows("command")).length === 1, "the command was not kept")
    })
  },
  {
    title: "a refusal is handed on and writes nothing; the same command again decides anew",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const before = yield* scene.dump
      const decide = () => refused({ _tag: "ReaderExpired", expiredAt: 7 })
      const request = scene.command({}, decide)
      yield* same(yield* scene.storage.run(request), decide(), "the outcome")
      yield* same(yield* scene.dump, before, "the rows after a refusal")
      const again = yield* scene.storage.run({ ...scene.request({ receipt: 1 }), keyHash: request.keyHash })
      yield* same(again, Result.succeed({ receipt: 1, repeated: false }), "the outcome once it is permitted")
    })
  },
  {
    title: "a dry run looks and decides, writes nothing, and takes no note of the key",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const before = yield* scene.dump
      const request = scene.command({ reader: { card: cardOf("ada") } }, ({ reader }) =>
        permitted({ insert: { card: [cardRow("ben", "new")] }, receipt: reader?.reader.readerId })
      )
      const outcome = Result.succeed({ receipt: "ada", repeated: false })
      yield* same(yield* scene.storage.run({ ...request, dryRun: true }), outcome, "the dry run")
      yield* same(yield* scene.dump, before, "the rows after a dry run")
      yield* same(yield* scene.storage.run(request), outcome, "the run in earnest under the same key")
      const dryAgain = scene.command({}, () => refused(), { keyHash: request.keyHash, dryRun: true })
      yield* same(yield* scene.storage.run(dryAgain), refused(), "a dry run under a key that is taken")
    })
  },
  {
    title: "decide sees the facts of its lookup, as `read` gives them",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const lookup = {
        reader: { card: cardOf("ada") },
        loansOfReader: { card: cardOf("ada") },
        title: { titleId: TitleId.make("t2") }
      }
      let seen: unknown = null
      yield* scene.storage.run(
        scene.command(lookup, (found) => {
          seen = found
          return refused()
        })
      )
      yield* same(seen, yield* scene.read(lookup), "what decide saw")
    })
  },
  {
    title: "a decide that throws writes nothing, and the storage goes on",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const before = yield* scene.dump
      const broken = scene.command({}, () => {
        throw new Error("a bug in a decision, on purpose")
      })
      const exit = yield* Effect.exit(scene.storage.run(broken))
      yield* must(exit._tag === "Failure", "the bug passed for an outcome")
      yield* same(yield* scene.dump, before, "the rows after the bug")
      yield* scene.insert({ card: [cardRow("ben", "after")] })
    })
  }
]

const group = (readerId: string, count: number, itemType = "book"): LoanCountRow => ({
  readerId: ReaderId.make(readerId),
  itemType,
  collection: "general",
  branch: "main",
  onSite: 0,
  count
})

/** Rows in the order of their keys; the keys of these cases are plain ASCII and small numbers. */
const byKey = <T extends TableName>(table: T, rows: ReadonlyArray<Tables[T]>): ReadonlyArray<Tables[T]> => {
  const keyText = (row: Tables[T]): string => tables[table].key.map((column) => String(row[column])).join("\n")
  return [...rows].sort((left, right) => (keyText(left) < keyText(right) ? -1 : 1))
}
