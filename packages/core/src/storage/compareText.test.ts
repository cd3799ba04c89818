import fc from "fast-check"
import { assert, it } from "vitest"
import { compareText } from "./compareText.ts"

const bytes = (text: string): Buffer => Buffer.from(text, "utf8")

it("orders text as its UTF-8 bytes are ordered", () => {
  const text = fc.string({ unit: "binary", maxLength: 6 })
  fc.assert(
    fc.property(text, text, (left, right) => {
      assert.strictEqual(Math.sign(compareText(left, right)), Buffer.compare(bytes(left), bytes(right)))
    })
  )
})

it("puts a character beyond U+FFFF after a full-width one", () => {
  assert.isBelow(compareText("\uff5e", "😀"), 0)
})
