import { Effect } from "effect"
import fc from "fast-check"
import { layerMemory } from "../../storage/memory.ts"
import { Storage } from "../../storage/port.ts"
import { type ContractCase, same } from "../contract/contractCase.ts"
import { dumpOf } from "../contract/scene.ts"
import type { PlayOptions } from "../sameAsMemory.ts"
import { playQueues } from "./playQueues.ts"
import { type QueueAct, queueActs } from "./queueAct.ts"
import { queueViews } from "./queueViews.ts"

/**
 * Any sequence of reserving, suspending, moving, returning, fetching, recalling, sending and arriving gives the same
 * answers, rows and facts as on the in-memory storage, and every invariant holds. A failing one is shrunk and printed.
 */
export const queuesAsInMemory = (options: PlayOptions = {}): ContractCase => ({
  title: "any sequence of what happens to queues and copies on their way ends as on the in-memory storage",
  run: Effect.flatMap(Effect.context<Storage>(), (context) =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(queueActs, (acts) => Effect.runPromiseWith(context)(mustAgree(acts))),
        { numRuns: 25, ...options }
      )
    )
  )
})

const mustAgree = (acts: ReadonlyArray<QueueAct>): Effect.Effect<void, unknown, Storage> =>
  Effect.gen(function* () {
    const tenant = `queues-${globalThis.crypto.randomUUID()}`
    const there = yield* ending(tenant, acts)
    const inMemory = yield* Effect.provide(ending(tenant, acts), layerMemory)
    yield* same(there.answers, inMemory.answers, "the answers")
    yield* same(there.views, inMemory.views, "what is asked of it")
    for (const [table, rows] of Object.entries(inMemory.dump))
      yield* same(there.dump[table], rows, `the rows of ${table}`)
  })

const ending = (tenant: string, acts: ReadonlyArray<QueueAct>) =>
  Effect.gen(function* () {
    const answers = yield* playQueues(tenant, acts)
    return { answers, views: yield* queueViews(tenant), dump: yield* dumpOf(yield* Storage, tenant) }
  })
