import { Effect, Result } from "effect"
import type { RunRequest } from "../../../storage/port.ts"
import { barcodeOf, cardRow, eventRow, itemRow, morning, titleRow } from "../../rows.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { oneOfEach } from "../oneOfEach.ts"
import { newScene, permitted, refused, type Scene } from "../scene.ts"
import { stock } from "../stock.ts"

/** Many commands in one call. */
export const batchCases: ReadonlyArray<ContractCase> = [
  {
    title: "commitMany: answers in the order of the requests, each with its own receipt; none gives none",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const numbers = Array.from({ length: 300 }, (_, index) => index)
      const requests = numbers.map((number) =>
        scene.request({
          insert: { title: [titleRow(`t${number}`)], event: [eventRow(`t${number}`, 1)] },
          receipt: { number }
        })
      )
      const outcomes = yield* scene.storage.commitMany(scene.tenant, requests)
      yield* same(
        outcomes,
        numbers.map((number) => carried({ number })),
        "the outcomes"
      )
      const counts = [(yield* scene.rows("title")).length, (yield* scene.rows("command")).length]
      yield* same(counts, [300, 300], "how many titles and commands")
      yield* same(yield* scene.storage.commitMany(scene.tenant, []), [], "the outcomes of none")
    })
  },
  {
    title: "commitMany: what is broken, refused, moved, misnamed or throws is told in its place; the rest is committed",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const used = scene.request({ receipt: "used" })
      yield* scene.storage.run(used)
      const throws = () => {
        throw new Error("a bug in a decision, on purpose")
      }
      const requests: ReadonlyArray<readonly [string, RunRequest]> = [
        ["done", adds(scene, "a")],
        [
          "StorageFault",
          scene.request({ insert: { card: [cardRow("ben", "broken")], item: [itemRow("i9", "nowhere")] } })
        ],
        ["done", adds(scene, "b")],
        ["refused", scene.command({}, () => refused())],
        [
          "VersionMoved",
          scene.request({ guard: { reader: [{ id: "ada", was: 7 }] }, insert: { card: [cardRow("ben", "moved")] } })
        ],
        ["done", adds(scene, "c")],
        ["StorageFault", scene.command({}, throws)],
        ["KeyUsed", scene.request({ insert: { card: [cardRow("ben", "used")] } }, { keyHash: used.keyHash })],
        ["DocumentsMoved", { ...adds(scene, "documents"), documentsVersion: used.documentsVersion + 1 }],
        ["repeated", used],
        ["done", adds(scene, "d")]
      ]
      const outcomes = yield* scene.storage.commitMany(
        scene.tenant,
        requests.map(([, request]) => request)
      )
      yield* same(
        outcomes.map(nameOf),
        requests.map(([name]) => name),
        "the outcomes"
      )
      const cards = (yield* scene.rows("card")).map((row) => row.card)
      yield* same(cards, ["a", "b", "c", "c-ada", "c-ben", "d", "second"], "the cards")
    })
  },
  {
    title: "commitMany: one key twice in a list has its effect once; with another content the second is refused",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const request = adds(scene, "a")
      const other = { ...adds(scene, "b"), keyHash: request.keyHash }
      const outcomes = yield* scene.storage.commitMany(scene.tenant, [request, request, other])
      yield* same(outcomes.map(nameOf), ["done", "repeated", "KeyUsed"], "the outcomes")
      yield* must((yield* scene.rows("command")).length === 2, "not exactly one command was kept")
    })
  },
  {
    title: "commitMany: of two that want the same barcode exactly one gets it, and the rest of the list stays",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ titles: ["t1"] }))
      const add = (itemId: string, barcode = barcodeOf(itemId)) =>
        scene.command({ item: { barcode } }, ({ item }) =>
          item === null
            ? permitted({ insert: { item: [itemRow(itemId, "t1", { barcode })] }, receipt: itemId })
            : refused({ _tag: "BarcodeTaken", barcode })
        )
      const requests = [add("i1"), add("i2", barcodeOf("i1")), add("i3")]
      const outcomes = yield* scene.storage.commitMany(scene.tenant, requests)
      const done = outcomes.filter((outcome) => nameOf(outcome) === "done").length
      yield* must(done === 2, `${done} believed to be done`)
      yield* same(
        (yield* scene.rows("item")).map(({ barcode }) => barcode),
        ["b-i1", "b-i3"],
        "the barcodes"
      )
    })
  },
  {
    title: "commitMany: of two that rest on the same row at the same version, the second does not write over the first",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ titles: ["t1"], items: [["i1", "t1"]] }))
      const moves = (collection: string) =>
        scene.command({ item: { barcode: barcodeOf("i1") } }, ({ item }) => {
          if (item === null || item.item.collection !== "general") return refused()
          const row = { ...item.item, version: item.item.version + 1, collection }
          return permitted({ update: { item: [{ row, was: item.item.version }] } })
        })
      const outcomes = yield* scene.storage.commitMany(scene.tenant, [moves("first"), moves("second")])
      const done = outcomes.map(nameOf).filter((name) => name === "done").length
      yield* must(done === 1, `${done} believed to have moved it`)
      yield* must((yield* scene.rows("item"))[0]?.version === 2, "the item moved twice")
    })
  },
  {
    title: "commitMany: a dry run in a list writes nothing",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const outcomes = yield* scene.storage.commitMany(scene.tenant, [
        { ...adds(scene, "dry"), dryRun: true },
        adds(scene, "wet")
      ])
      yield* same(outcomes.map(nameOf), ["done", "done"], "the outcomes")
      const cards = (yield* scene.rows("card")).map((row) => row.card)
      yield* same(cards, ["c-ada", "c-ben", "second", "wet"], "the cards")
    })
  },
  {
    title: "documents published between two lists move the second",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const policy = { kind: "policy", validFrom: 0, content: "{}", publishedAt: morning, publishedBy: "ann" } as const
      yield* scene.storage.publish(scene.tenant, policy)
      const outcomes = yield* scene.storage.commitMany(scene.tenant, [adds(scene, "a"), adds(scene, "b")])
      yield* same(outcomes.map(nameOf), ["DocumentsMoved", "DocumentsMoved"], "the outcomes")
    })
  }
]

const adds = (scene: Scene, card: string): RunRequest =>
  scene.request({ insert: { card: [cardRow("ben", card)] }, receipt: card })

const carried = (receipt: unknown) => Result.succeed(Result.succeed({ receipt, repeated: false }))

type Outcome = Result.Result<Result.Result<{ readonly repeated: boolean }, unknown>, { readonly _tag: string }>

/** One word for what became of a command. */
const nameOf = (outcome: Outcome): string => {
  if (Result.isFailure(outcome)) return outcome.failure._tag
  if (Result.isFailure(outcome.success)) return "refused"
  return outcome.success.success.repeated ? "repeated" : "done"
}
