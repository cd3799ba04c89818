import { Layer } from "effect"
import { type MemoryOptions, memory } from "./memory/memory.ts"
import { Storage } from "./port.ts"

export type { MemoryOptions } from "./memory/memory.ts"

/**
 * A storage that keeps everything in memory and forgets it at the end: for tests, examples and rehearsals. As strict as
 * the SQL ones, so that what works here works there: it enforces keys, unique sets, references, column types and checks,
 * guards by version, and commits all or nothing.
 */
export const layerMemoryWith = (options: MemoryOptions): Layer.Layer<Storage> =>
  Layer.sync(Storage, () => memory(options).storage)

export const layerMemory: Layer.Layer<Storage> = layerMemoryWith({})
