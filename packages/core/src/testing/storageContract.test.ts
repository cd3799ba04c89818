import { Effect, Exit, Layer, Result } from "effect"
import { assert, describe, it } from "vitest"
import type { Decision } from "../decision/decision.ts"
import { memory } from "../storage/memory/memory.ts"
import { type RunRequest, Storage } from "../storage/port.ts"
import { storageContract } from "./storageContract.ts"

type Service = Storage["Service"]
// biome-ignore lint/suspicious/noExplicitAny: a request of any lookup and receipt, handed on as it is
type Request = RunRequest<any, any>

/** Storages that are right but for one thing. A contract that lets one of them pass promises nothing there. */
const broken: Readonly<Record<string, (sound: Service) => Partial<Service>>> = {
  "forgets keys": ({ run }) => ({ run: (request) => run({ ...request, keyHash: globalThis.crypto.randomUUID() }) }),
  "takes any content for a repeat": ({ run }) => ({ run: (request) => run({ ...request, contentHash: "same" }) }),
  "has one tenant for all": (sound) => ({
    run: (request) => sound.run({ ...request, tenant: "all" }),
    scan: (_, table, after, limit) => sound.scan("all", table, after, limit),
    openTenant: (row) => Effect.andThen(sound.openTenant({ ...row, tenant: "all" }), sound.openTenant(row))
  }),
  "reads from any tenant": (sound) => ({
    openTenant: (row) => Effect.tap(sound.openTenant(row), () => Effect.sync(() => opened.push(row.tenant))),
    read: (tenant, lookup) => sound.read(opened.at(-2) ?? tenant, lookup)
  }),
  "writes dry runs": ({ run }) => ({ run: (request) => run({ ...request, dryRun: false }) }),
  "does not look at the documents": (sound) => ({
    run: (request) =>
      Effect.flatMap(sound.documents(request.tenant), ({ documentsVersion }) =>
        sound.run({ ...request, documentsVersion })
      )
  }),
  "commits in pieces": ({ run }) => ({
    run: (request) => Effect.flatMap(run(piece(request, "first")), () => run(request))
  }),
  "drops guards": ({ run }) => ({
    run: (request) => run(altered(request, (decision) => ({ ...decision, guard: {} })))
  }),
  "drops updates": ({ run }) => ({
    run: (request) => run(altered(request, (decision) => ({ ...decision, update: {} })))
  }),
  "drops counts": ({ run }) => ({
    run: (request) => run(altered(request, (decision) => ({ ...decision, count: [] })))
  }),
  "drops cuts": ({ run }) => ({ run: (request) => run(altered(request, (decision) => ({ ...decision, cut: {} }))) }),
  "drops what is owed": ({ run }) => ({
    run: (request) => run(altered(request, (decision) => ({ ...decision, charges: [], credits: [] })))
  }),
  "scans backwards": ({ scan }) => ({
    scan: (...by) => Effect.map(scan(...by), (page) => ({ ...page, rows: page.rows.toReversed() }))
  }),
  "scans the first page alone": ({ scan }) => ({
    scan: (...by) => Effect.map(scan(...by), (page) => ({ ...page, next: null }))
  }),
  "stops a list at the first failure": ({ commitMany }) => ({
    commitMany: (tenant, requests) =>
      Effect.map(commitMany(tenant, requests), (outcomes) =>
        outcomes.slice(0, outcomes.findIndex(Result.isFailure) + 1)
      )
  }),
  "keeps removed tokens": () => ({ removeToken: () => Effect.succeed(true) }),
  "counts documents of all kinds together": (sound) => ({
    publish: (tenant, document) =>
      Effect.andThen(
        sound.publish(tenant, document),
        Effect.map(sound.documents(tenant), ({ documents }) => documents.length)
      )
  })
}
const opened: Array<string> = []

const altered = (request: Request, alter: (decision: Decision<unknown>) => Decision<unknown>): Request => ({
  ...request,
  decide: (found) => Result.map(request.decide(found), alter)
})

/** The command's rows of the first tables alone, under a key of their own. */
const piece = (request: Request, name: string): Request => ({
  ...altered(request, ({ insert: { title = [] }, ...rest }) => ({
    ...rest,
    insert: { title },
    update: {},
    guard: {},
    count: [],
    charges: [],
    credits: [],
    cut: {}
  })),
  keyHash: `${name} ${request.keyHash}`
})

describe("the storage contract finds a storage that", () => {
  for (const [fault, alter] of Object.entries(broken)) {
    it(fault, async () => {
      const { storage } = memory({})
      const layer = Layer.succeed(Storage, { ...storage, ...alter(storage) })
      // The first case that fails ends the others.
      const all = Effect.forEach(storageContract(), ({ run }) => run, { concurrency: "unbounded", discard: true })
      assert.isTrue(Exit.isFailure(await Effect.runPromiseExit(all.pipe(Effect.provide(layer)))))
    })
  }
})
