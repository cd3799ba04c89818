import { expect, it } from "vitest"
import { slipHtml } from "../page/desk/slipHtml.ts"

it("prints what becomes of a copy, and takes signs of a title for nothing else", () => {
  const slip = {
    heading: "Set aside",
    title: "<b>R&D</b>",
    barcode: "i4",
    text: "At Central.",
    day: "2 Mar",
    language: "en"
  }
  const html = slipHtml(slip)
  expect(html).toContain("<h1>Set aside</h1>")
  expect(html).toContain("<p>&#60;b&#62;R&#38;D&#60;/b&#62;</p><p>i4</p><p>At Central.</p><p>2 Mar</p>")
})
