import { Storage } from "@openshelf/core"
import { Effect, ManagedRuntime } from "effect"
import { onTestFinished } from "vitest"
import type { OpenFault } from "../src/index.ts"
import { type SqliteOptions, sqliteStorage } from "../src/index.ts"

export interface OpenedStorage {
  readonly storage: Storage["Service"]
  readonly close: () => Promise<void>
}

/** Opens a storage and lets go of it at the end of the test at the latest. Rejects with `OpenFault`. */
export const opened = async (options: SqliteOptions): Promise<OpenedStorage> => {
  const runtime = ManagedRuntime.make(sqliteStorage(options))
  onTestFinished(() => runtime.dispose())
  const storage = await runtime.runPromise(Effect.service(Storage))
  return { storage, close: () => runtime.dispose() }
}

/** Why it does not open. */
export const faultOfOpening = async (options: SqliteOptions): Promise<OpenFault> => {
  try {
    await opened(options)
  } catch (fault) {
    return fault as OpenFault
  }
  throw new Error("it opened")
}
