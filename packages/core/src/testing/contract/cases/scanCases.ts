import { Effect } from "effect"
import type { TableName } from "../../../decision/tables.ts"
import { CursorUnknown } from "../../../storage/port.ts"
import { cardRow, eventRow, titleRow } from "../../rows.ts"
import { type ContractCase, must, mustFail, same } from "../contractCase.ts"
import { oneOfEach } from "../oneOfEach.ts"
import { pagesOf } from "../pagesOf.ts"
import { hash, newScene, type Scene } from "../scene.ts"

/** Reading whole tables. */
export const scanCases: ReadonlyArray<ContractCase> = [
  {
    title: "scan: pages of any size make up the table, each row once",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      for (const table of Object.keys(oneOfEach) as ReadonlyArray<TableName>) {
        const whole = yield* scene.rows(table)
        for (const limit of [1, 2, 3]) yield* same(yield* scanned(scene, table, limit), whole, `${table} by ${limit}`)
      }
    })
  },
  {
    title: "scan: a table without rows is one empty page",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      for (const table of ["loan", "event", "loanCount", "token", "document"] as const) {
        yield* same(yield* scene.storage.scan(scene.tenant, table, null, 10), { rows: [], next: null }, table)
      }
    })
  },
  {
    title: "scan: text keys in the order of their UTF-8 bytes, numbers as numbers, first column first",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const streams = ["b", "a", "B", "10", "9", "é", "~", "～", "😀", "a'", 'a"', "a\\", "a%", "a b", "ab", "中"]
      yield* scene.insert({ event: streams.flatMap((stream) => [10, 9, 1].map((seq) => eventRow(stream, seq))) })
      const inOrder = ["10", "9", "B", "a", "a b", 'a"', "a%", "a'", "a\\", "ab", "b", "~", "é", "中", "～", "😀"]
      const wanted = inOrder.flatMap((stream) => [1, 9, 10].map((seq) => [stream, seq]))
      for (const limit of [1, 5, 10_000]) {
        const rows = yield* scanned(scene, "event", limit)
        yield* same(
          rows.map(({ streamId, seq }) => [streamId, seq]),
          wanted,
          `the events by ${limit}`
        )
      }
    })
  },
  {
    title: "scan: a cursor goes on where it stood, though rows came before and after it and its own row is gone",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert({ ...oneOfEach, card: ["b", "d", "f"].map((card) => cardRow("ada", card)) })
      const first = yield* scene.storage.scan(scene.tenant, "card", null, 2)
      yield* same(
        first.rows.map(({ card }) => card),
        ["b", "d"],
        "the first page"
      )
      yield* scene.commit({
        cut: { card: first.rows.slice(1).map(({ card }) => card) },
        insert: { card: ["a", "c", "e", "g"].map((card) => cardRow("ada", card)) }
      })
      const rest = yield* scene.storage.scan(scene.tenant, "card", first.next, 100)
      yield* same(
        rest.rows.map(({ card }) => card),
        ["e", "f", "g"],
        "the next page"
      )
    })
  },
  {
    title: "scan: a cursor that no page of the table gave is told as such, whatever is in it",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const forged = [
        "",
        "x",
        "null",
        "{}",
        "[]",
        "[1]",
        "[null]",
        '["a","b"]',
        '["\\u0000"]',
        '["\\ud800"]',
        '[["a"]]'
      ]
      for (const cursor of forged) {
        const { cause } = yield* mustFail(scene.storage.scan(scene.tenant, "card", cursor, 10), "StorageFault", cursor)
        yield* must(cause instanceof CursorUnknown, `${cursor}: ${String(cause)}`)
      }
    })
  },
  {
    title: "scan: pages of thousands",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const ids = Array.from({ length: 2500 }, (_, index) => `t${String(index).padStart(5, "0")}`)
      yield* scene.insert({ title: ids.map((id) => titleRow(id)) })
      const rows = yield* scanned(scene, "title", 1000)
      yield* must(rows.length === ids.length, `${rows.length} titles came back`)
      yield* same(
        rows.map(({ titleId }) => titleId),
        ids,
        "the titles"
      )
    })
  },
  {
    title: "scan: commands and tokens too",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      for (const number of [3, 1, 2]) yield* scene.storage.run(scene.request({}, { keyHash: hash(900 + number) }))
      const commands = yield* scanned(scene, "command", 2)
      yield* same(
        commands.map(({ keyHash }) => keyHash),
        [901, 902, 903].map(hash),
        "the commands"
      )
    })
  }
]

const scanned = <T extends TableName>(scene: Scene, table: T, limit: number) =>
  pagesOf(limit, (after) => scene.storage.scan(scene.tenant, table, after, limit))
