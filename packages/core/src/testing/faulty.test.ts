import { Effect, Result } from "effect"
import { assert, describe, it } from "vitest"
import { layerMemory, layerMemoryWith } from "../storage/memory.ts"
import type { Storage } from "../storage/port.ts"
import { lend } from "./contract/acts.ts"
import { newScene } from "./contract/scene.ts"
import { stock } from "./contract/stock.ts"
import { layerFaulty } from "./faulty.ts"

const run = <A>(effect: Effect.Effect<A, unknown, Storage>, layer: Parameters<typeof layerFaulty>[0]): Promise<A> =>
  Effect.runPromise(effect.pipe(Effect.provide(layer)))

const lendTwice = Effect.gen(function* () {
  const scene = yield* newScene
  yield* scene.insert(stock({ titles: ["t1"], items: [["i1", "t1"]], readers: ["ada"] }))
  const before = yield* scene.dump
  const request = lend(scene, "i1", "ada")
  const first = yield* Effect.result(scene.storage.run(request))
  const between = yield* scene.dump
  const second = yield* scene.storage.run(request)
  return { before, first, between, second, loans: (yield* scene.rows("loan")).length }
})

describe("a call that fails", () => {
  it("before it is carried out leaves nothing; the same command again is the first", async () => {
    const { before, first, between, second, loans } = await run(
      lendTwice,
      layerFaulty(layerMemory, { call: 2, when: "before" })
    )
    assert.strictEqual(Result.isFailure(first) && first.failure._tag, "StorageFault")
    assert.deepStrictEqual(between, before)
    assert.deepStrictEqual(second, Result.succeed({ receipt: null, repeated: false }))
    assert.strictEqual(loans, 1)
  })

  it("after it was carried out leaves all; the same command again is a repeat", async () => {
    const { first, second, loans } = await run(lendTwice, layerFaulty(layerMemory, { call: 2, when: "after" }))
    assert.strictEqual(Result.isFailure(first) && first.failure._tag, "OutcomeUnknown")
    assert.deepStrictEqual(second, Result.succeed({ receipt: null, repeated: true }))
    assert.strictEqual(loans, 1)
  })
})

it("a row that is not written, whichever it is, leaves nothing of its command, and the next one works", async () => {
  // Setting the scene writes 7 rows with its command; lending writes 7: item, guard, loan, link, event, count, command.
  for (const failAtWrite of [8, 9, 10, 11, 12, 13, 14]) {
    const { before, first, between, second } = await run(lendTwice, layerMemoryWith({ failAtWrite }))
    assert.strictEqual(Result.isFailure(first) && first.failure._tag, "StorageFault", `write ${failAtWrite}`)
    assert.deepStrictEqual(between, before)
    assert.isTrue(Result.isSuccess(second))
  }
  const { first } = await run(lendTwice, layerMemoryWith({ failAtWrite: 15 }))
  assert.isTrue(Result.isSuccess(first))
})
