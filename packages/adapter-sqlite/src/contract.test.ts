import {
  commandsAtOnce,
  interloansAsInMemory,
  queuesAsInMemory,
  sameAsMemory,
  storageContract
} from "@openshelf/core/testing"
import { Effect, ManagedRuntime } from "effect"
import { afterAll, describe, it } from "vitest"
import { sqliteStorage } from "./sqliteStorage.ts"

describe("SQLite holds the storage contract", () => {
  const runtime = ManagedRuntime.make(sqliteStorage({ file: ":memory:" }))
  afterAll(() => runtime.dispose())
  for (const { title, run } of [
    ...storageContract(),
    sameAsMemory(),
    queuesAsInMemory(),
    interloansAsInMemory(),
    commandsAtOnce()
  ])
    it(title, () => runtime.runPromise(Effect.asVoid(run)))
})
