import {
  commandsAtOnce,
  interloansAsInMemory,
  queuesAsInMemory,
  sameAsMemory,
  storageContract
} from "@openshelf/core/testing"
import { Effect, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, inject, it } from "vitest"
import { type FreshDatabase, freshDatabase } from "../test/freshDatabase.ts"
import { postgresStorage } from "./postgresStorage.ts"

const server = inject("postgresUrl")

for (const isolation of ["read committed", "serializable"] as const) {
  describe.skipIf(server === null)(`PostgreSQL, ${isolation}, holds the storage contract`, () => {
    let database: FreshDatabase
    const runtime = lazily(() =>
      ManagedRuntime.make(postgresStorage({ url: database.url, schema: "shelf", isolation }))
    )
    beforeAll(async () => {
      database = await freshDatabase(server as string)
    })
    afterAll(async () => {
      await runtime().dispose()
      await database.drop()
    })
    for (const { title, run } of [
      ...storageContract(),
      sameAsMemory(),
      queuesAsInMemory(),
      interloansAsInMemory(),
      commandsAtOnce()
    ])
      it(title, () => runtime().runPromise(Effect.asVoid(run)))
  })
}

function lazily<A>(make: () => A): () => A {
  let made: A | undefined
  return () => {
    made ??= make()
    return made
  }
}
