import { Effect, Result } from "effect"
import { cardRow, morning } from "../../rows.ts"
import { type ContractCase, must, mustFail, same } from "../contractCase.ts"
import { oneOfEach } from "../oneOfEach.ts"
import { hash, newScene, permitted, persistently, type Scene } from "../scene.ts"

const policy = { kind: "policy", validFrom: 0, content: "{}", publishedAt: morning, publishedBy: "staff:ann" } as const

/** One key, one effect, one answer. */
export const repeatCases: ReadonlyArray<ContractCase> = [
  {
    title: "a repeat gets the receipt of the first time and has no effect; decide is not asked",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const request = addsCard(scene, { loanId: "l9", dueAt: 12, list: ["ü", null] })
      const first = yield* scene.storage.run(request)
      const after = yield* scene.dump
      let asked = false
      const repeat = yield* scene.storage.run({
        ...request,
        decide: () => {
          asked = true
          return permitted({ receipt: "another" })
        }
      })
      yield* must(Result.isSuccess(first) && Result.isSuccess(repeat), "a command was refused")
      yield* same(
        repeat,
        Result.map(first, (carried) => ({ ...carried, repeated: true })),
        "the repeat"
      )
      yield* same(yield* scene.dump, after, "the rows after the repeat")
      yield* must(!asked, "decide was asked again")
    })
  },
  {
    title: "a repeat is answered from its key also when other documents hold by now",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const request = addsCard(scene, "first")
      yield* scene.storage.run(request)
      yield* scene.storage.publish(scene.tenant, policy)
      const repeat = yield* scene.storage.run(request)
      yield* same(repeat, Result.succeed({ receipt: "first", repeated: true }), "the repeat")
    })
  },
  {
    title: "a key with another content is refused and changes nothing",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const request = addsCard(scene, "first")
      yield* scene.storage.run(request)
      const after = yield* scene.dump
      const other = scene.request({ insert: { card: [cardRow("ben", "other")] } }, { keyHash: request.keyHash })
      yield* mustFail(scene.storage.run(other), "KeyUsed", "the other command")
      yield* same(yield* scene.dump, after, "the rows after it")
    })
  },
  {
    title: "the same key sent many times at once has its effect once, and all get the same receipt",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const request = addsCard(scene, { loanId: "l9" })
      const outcomes = yield* Effect.all(
        Array.from({ length: 8 }, () => persistently(scene.storage, request)),
        { concurrency: "unbounded" }
      )
      const receipts = outcomes.map((outcome) => (Result.isSuccess(outcome) ? outcome.success.receipt : outcome))
      yield* same(receipts, Array(8).fill({ loanId: "l9" }), "the receipts")
      const firsts = outcomes.filter((outcome) => Result.isSuccess(outcome) && !outcome.success.repeated)
      yield* must(firsts.length === 1, `${firsts.length} believed to be the first`)
    })
  },
  {
    title: "a command whose documents are others by now fails, says which set holds, and changes nothing",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(oneOfEach)
      const request = addsCard(scene, "first")
      yield* scene.storage.publish(scene.tenant, policy)
      const { documentsVersion } = yield* scene.storage.documents(scene.tenant)
      yield* must(documentsVersion > request.documentsVersion, "the number of the set did not grow")
      const before = yield* scene.dump
      const moved = yield* mustFail(scene.storage.run(request), "DocumentsMoved", "the command")
      yield* same(moved.documentsVersion, documentsVersion, "the set that holds")
      yield* mustFail(scene.storage.run({ ...request, dryRun: true }), "DocumentsMoved", "its dry run")
      yield* same(yield* scene.dump, before, "the rows after it")
      const outcome = yield* scene.storage.run({ ...request, documentsVersion })
      yield* same(
        outcome,
        Result.succeed({ receipt: "first", repeated: false }),
        "the command with the right documents"
      )
    })
  },
  {
    title: "the kept command says what it was and when",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const request = scene.request(
        { receipt: { a: 1 } },
        { name: "checkOut", at: 5, keyHash: hash(7), contentHash: hash(8) }
      )
      yield* scene.storage.run(request)
      const kept = (yield* scene.rows("command")).map(({ receipt, ...rest }) => ({
        ...rest,
        receipt: JSON.parse(receipt)
      }))
      const wanted = { keyHash: hash(7), contentHash: hash(8), name: "checkOut", at: 5, receipt: { a: 1 } }
      yield* same(kept, [wanted], "the command")
    })
  }
]

const addsCard = (scene: Scene, receipt: unknown) =>
  scene.request({ insert: { card: [cardRow("ben", "new")] }, receipt })
