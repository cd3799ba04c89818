import { Effect } from "effect"
import { describe, it } from "vitest"
import { storageContract } from "../testing/storageContract.ts"
import { layerMemory, layerMemoryWith } from "./memory.ts"

describe("memory holds the storage contract", () => {
  for (const { title, run } of storageContract()) {
    it(title, () => Effect.runPromise(run.pipe(Effect.provide(layerMemory))))
  }
})

describe("memory in two trips holds the storage contract", () => {
  for (const { title, run } of storageContract()) {
    it(title, () => Effect.runPromise(run.pipe(Effect.provide(layerMemoryWith({ trips: 2 })))))
  }
})
