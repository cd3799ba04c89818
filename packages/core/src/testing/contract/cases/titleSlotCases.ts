import { Effect } from "effect"
import { TitleId } from "../../../catalogue/model.ts"
import { LoanId } from "../../../loans/model.ts"
import { itemRow, queueRow, titleRow } from "../../rows.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { pagesOf } from "../pagesOf.ts"
import { newScene, type Scene } from "../scene.ts"
import { stock } from "../stock.ts"

const t1 = TitleId.make("t1")

/** What can be asked of the catalogue. */
export const titleSlotCases: ReadonlyArray<ContractCase> = [
  {
    title: "title, titleByControlNumber: the whole row; a number counts with its source",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const row = titleRow("t1", { source: "loc", controlNumber: "42", description: '{"a":1}' })
      const title = [row, titleRow("t2", { source: "bnf", controlNumber: "42" }), titleRow("t3")]
      yield* scene.insert({ title, titleQueue: [queueRow("t1"), queueRow("t2"), queueRow("t3")] })
      const found = yield* scene.read({
        title: { titleId: t1 },
        titleByControlNumber: { source: "loc", controlNumber: "42" }
      })
      yield* same(found, { title: { title: row, queue: queueRow("t1") }, titleByControlNumber: row }, "the title")
      const none = yield* scene.read({
        title: { titleId: TitleId.make("t9") },
        titleByControlNumber: { source: "loc", controlNumber: "43" }
      })
      yield* same(none, { title: null, titleByControlNumber: null }, "a title that is not there")
    })
  },
  {
    title: "copiesOfTitle: copies counted by where they stand and what they are, withdrawn ones too",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert({
        ...stock({ titles: ["t1", "t2"] }),
        item: [
          itemRow("i1", "t1"),
          itemRow("i2", "t1"),
          itemRow("i3", "t1", { presentBranch: "east" }),
          itemRow("i4", "t1", { status: "onLoan", loanId: LoanId.make("l1") }),
          itemRow("i5", "t1", { status: "onLoan", loanId: LoanId.make("l2") }),
          itemRow("i6", "t1", {
            status: "withdrawn",
            type: "film",
            collection: "c",
            location: "l",
            homeBranch: "h",
            volume: "v. 2"
          }),
          itemRow("i7", "t2")
        ]
      })
      const { copiesOfTitle } = yield* scene.read({ copiesOfTitle: { titleId: t1 } })
      const usual = { type: "book", collection: "general", location: "stacks", homeBranch: "main", volume: "" }
      const other = { type: "film", collection: "c", location: "l", homeBranch: "h", volume: "v. 2" }
      const counts = copiesOfTitle.toSorted((left, right) => (order(left) < order(right) ? -1 : 1))
      yield* same(
        counts,
        [
          { presentBranch: "east", status: "available", ...usual, count: 1 },
          { presentBranch: "main", status: "available", ...usual, count: 2 },
          { presentBranch: "main", status: "onLoan", ...usual, count: 2 },
          { presentBranch: "main", status: "withdrawn", ...other, count: 1 }
        ],
        "the copies"
      )
    })
  },
  {
    title: "itemsOfTitle: by barcode as text, page by page",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ titles: ["t1", "t2"], items: [["x", "t2"]] }))
      const barcodes = ["10", "9", "B", "a", "é", "～", "😀", "1"]
      yield* scene.insert({
        item: barcodes.map((barcode, index) => itemRow(`i${index}`, "t1", { barcode: barcode as never }))
      })
      for (const limit of [1, 3, 8, 1000]) {
        const rows = yield* pagesOf(limit, (after) =>
          Effect.map(scene.read({ itemsOfTitle: { titleId: t1, after, limit } }), (found) => found.itemsOfTitle)
        )
        yield* same(
          rows.map(({ barcode }) => barcode),
          ["1", "10", "9", "B", "a", "é", "～", "😀"],
          `by ${limit}`
        )
      }
    })
  },
  {
    title: "titlesFound: every word of the text somewhere in the search text; an empty text finds all",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(
        titles({ t1: "the left hand of darkness", t2: "heart of darkness", t3: "红楼梦 曹雪芹", t4: "" })
      )
      yield* finds(scene, "darkness", ["t1", "t2"])
      yield* finds(scene, "dark of", ["t1", "t2"])
      yield* finds(scene, "of  hand ", ["t1"])
      yield* finds(scene, "arkn", ["t1", "t2"])
      yield* finds(scene, "楼梦", ["t3"])
      yield* finds(scene, "darkness light", [])
      yield* finds(scene, "", ["t1", "t2", "t3", "t4"])
      yield* finds(scene, " ", ["t1", "t2", "t3", "t4"])
    })
  },
  {
    title: "titlesFound: what looks like a pattern or a quote is found literally",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const odd = {
        t1: "100% cotton",
        t2: "1000 cotton",
        t3: "snake_case",
        t4: "snakexcase",
        t5: "back\\slash",
        t6: 'o\'neil "x"'
      }
      yield* scene.insert(titles({ ...odd, t7: "[a-z]* (b) ^$ ? $1 :name", t8: "--; drop table" }))
      for (const [text, ids] of [
        ["100%", ["t1"]],
        ["%", ["t1"]],
        ["e_c", ["t3"]],
        ["_", ["t3"]],
        ["\\", ["t5"]],
        ["k\\s", ["t5"]],
        ["'", ["t6"]],
        ['"x"', ["t6"]],
        ["[a-z]*", ["t7"]],
        ["?", ["t7"]],
        ["$1", ["t7"]],
        ["--;", ["t8"]],
        ["%%", []],
        ["__", []]
      ] as const) {
        yield* finds(scene, text, ids)
      }
    })
  },
  {
    title: "titlesFound: by title, then id, page by page",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const names = ["b", "B", "a", "z", "é", "中", "a", "a", "", "😀", "～"]
      yield* scene.insert({
        title: names.map((name, index) => titleRow(`t${index + 10}`, { title: name, searchText: "x" }))
      })
      const wanted = ["t18", "t11", "t12", "t16", "t17", "t10", "t13", "t14", "t15", "t20", "t19"]
      for (const limit of [1, 2, 4, 1000]) {
        const rows = yield* pagesOf(limit, (after) =>
          Effect.map(scene.read({ titlesFound: { text: "x", after, limit } }), (found) => found.titlesFound)
        )
        yield* same(
          rows.map(({ titleId }) => titleId),
          wanted,
          `by ${limit}`
        )
      }
    })
  }
]

const titles = (searchTexts: Readonly<Record<string, string>>) => ({
  title: Object.entries(searchTexts).map(([titleId, searchText]) => titleRow(titleId, { searchText }))
})

const finds = (scene: Scene, text: string, titleIds: ReadonlyArray<string>): Effect.Effect<void, unknown> =>
  Effect.gen(function* () {
    const { titlesFound } = yield* scene.read({ titlesFound: { text, after: null, limit: 100 } })
    yield* same(
      titlesFound.rows.map(({ titleId }) => titleId),
      titleIds,
      `titles with "${text}"`
    )
  })

const order = ({ presentBranch, status }: { readonly presentBranch: string; readonly status: string }): string =>
  `${presentBranch} ${status}`
