import { Context, Layer } from "effect"
import { uuidv7 } from "uuidv7"

/** Where new ids come from: a port, so that a simulation can give its own. */
export class Ids extends Context.Service<Ids, { readonly take: (count: number) => ReadonlyArray<string> }>()(
  "@openshelf/core/Ids"
) {
  /** UUIDv7: in order of time, and unique without asking anybody. */
  static readonly layer: Layer.Layer<Ids> = Layer.succeed(Ids, {
    take: (count) => Array.from({ length: count }, uuidv7)
  })
}
