import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { chunked, concat } from "../../test/samples.ts"
import { ByteFeed } from "./byteFeed.ts"

describe("ByteFeed", () => {
  it("gives every byte once, in order, however it is asked", async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom("some", "exactly", "putBack"), fc.integer({ min: 1, max: 9 })))
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.integer({ min: 1, max: 10 }),
        steps,
        async (bytes, size, steps) => {
          const feed = new ByteFeed(chunked(bytes, size))
          const taken: Array<Uint8Array> = []
          for (const [step, count] of steps) {
            const part = step === "exactly" ? await feed.exactly(count) : await feed.some(count)
            if (step === "putBack") feed.putBack(part)
            else taken.push(part)
          }
          taken.push(await feed.exactly(bytes.length))
          expect(concat(...taken)).toEqual(bytes)
        }
      )
    )
  })
})
