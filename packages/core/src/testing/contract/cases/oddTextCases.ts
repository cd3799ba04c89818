import { Effect } from "effect"
import { Barcode } from "../../../catalogue/model.ts"
import { Card } from "../../../readers/model.ts"
import { cardRow, eventRow, itemRow, readerRow, titleRow } from "../../rows.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { newScene } from "../scene.ts"
import { stock } from "../stock.ts"

const odd = [
  "'",
  '"',
  "''; drop table item; --",
  "%",
  "_",
  "\\",
  "\\'",
  "$1",
  "?",
  ":name",
  "@p1",
  "{}",
  "{a,b}",
  "[1]",
  "NULL",
  "null",
  "true",
  "0",
  "007",
  "1e3",
  "-1",
  "é",
  "e\u0301",
  "É",
  "ß",
  "ss",
  "图书馆",
  "圖書館",
  "😀",
  "👩‍👩‍👧",
  "עברית",
  "A",
  "a",
  "Ａ",
  "а",
  "x x",
  "x\u00a0x",
  "\u200b",
  "x\ufeffx",
  "\uffff",
  "constructor",
  "__proto__",
  ",",
  "(",
  "<b>",
  "=1+1"
] as const

/** Text is kept and found as it is: by neither pattern, nor case, nor normal form, nor look. */
export const oddTextCases: ReadonlyArray<ContractCase> = [
  {
    title: "barcodes of odd text are all different and each finds its own item",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ titles: ["t1"] }))
      const item = odd.map((text, index) => itemRow(`i${index}`, "t1", { barcode: Barcode.make(text) }))
      yield* scene.insert({ item })
      for (const row of item) {
        const found = yield* scene.read({ item: { barcode: row.barcode } })
        yield* same(found.item?.item, row, `the item with the barcode ${row.barcode}`)
      }
      for (const barcode of ["'%", "__", "x", "X X", "É́"].map((text) => Barcode.make(text))) {
        yield* same((yield* scene.read({ item: { barcode } })).item, null, `an item with the barcode ${barcode}`)
      }
    })
  },
  {
    title: "cards of odd text are all different and each finds its own reader",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const readers = odd.map((_, index) => `p${index}`)
      yield* scene.insert({ ...stock({ readers }), card: odd.map((text, index) => cardRow(`p${index}`, text)) })
      for (const [index, text] of odd.entries()) {
        const found = yield* scene.read({ reader: { card: Card.make(text) } })
        yield* same(found.reader?.reader.readerId, `p${index}`, `the reader with the card ${text}`)
      }
    })
  },
  {
    title: "any column keeps odd text, line breaks and long text as they came",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const texts = [...odd, "a\r\nb\tc", "\u0001", "", " ", " x ", "ü".repeat(100_000)]
      const title = texts.map((text, index) => {
        // What is unique stands in an index, and indexes keep no long text.
        const number = text.slice(0, 100)
        return titleRow(`t${1000 + index}`, { title: text, description: text, source: number, controlNumber: number })
      })
      const event = texts.map((text, index) => eventRow("s", index + 1, { body: text, actor: text }))
      const reader = texts.map((text, index) => readerRow(`p${1000 + index}`, { name: text, bornOn: text }))
      yield* scene.insert({ title, event, reader })
      yield* same(yield* scene.rows("title"), title, "the titles")
      yield* same(yield* scene.rows("event"), event, "the events")
      yield* same(yield* scene.rows("reader"), reader, "the readers")
    })
  },
  {
    title: "numbers keep their value up to the largest whole ones",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const numbers = [0, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
      const event = numbers.map((at, index) => eventRow("s", index + 1, { at: at as never }))
      yield* scene.insert({ event })
      yield* same(yield* scene.rows("event"), event, "the events")
    })
  }
]
