import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isbnFrom, issnFrom } from "./standardNumber.ts"

describe("isbnFrom", () => {
  it.each([
    ["0-394-60758-9", "9780394607580"],
    ["9781410442444 (hbk.)", "9781410442444"],
    ["978-0-7475-8748-4", "9780747587484"],
    ["ISBN 0 394 60758 9 :", "9780394607580"],
    ["080442957X", "9780804429573"],
    ["080442957x (pbk)", "9780804429573"],
    ["978‐7‐02‐000220‐7", "9787020002207"],
    ["９７８７０２０００２２０７", "9787020002207"],
    ["9787020002207 9780394607580", "9787020002207"],
    ["089542262X295", "9780895422620"]
  ])("reads %j", (text, value) => {
    expect(isbnFrom(text)).toEqual({ value, valid: true })
  })

  it.each([
    ["0394607588", "0394607588"],
    ["9787020002208 (平装) :", "9787020002208 (平装)"],
    ["HL00361126 :", "HL00361126"],
    ["0553101315175", "0553101315175"],
    ["", ""]
  ])("keeps %j as found, marked", (text, value) => {
    expect(isbnFrom(text)).toEqual({ value, valid: false })
  })

  it("finds every wrong digit", () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = [..."9787020002207"]
        digits[at] = String((Number(digits[at]) + shift) % 10)
        expect(isbnFrom(digits.join("")).valid).toBe(false)
      })
    )
  })

  it("is stable: a valid one read again is the same", () => {
    const body = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(body, fc.constantFrom(..."0123456789X"), (digits, check) => {
        const first = isbnFrom(digits.join("") + check)
        fc.pre(first.valid)
        expect(isbnFrom(first.value)).toEqual(first)
      })
    )
  })
})

describe("issnFrom", () => {
  it.each([
    ["0009-7330", "0009-7330"],
    ["ISSN 15244571", "1524-4571"],
    ["2434-561x", "2434-561X"]
  ])("reads %j", (text, value) => {
    expect(issnFrom(text)).toEqual({ value, valid: true })
  })

  it.each(["0009-7331", "0009-733", "x"])("keeps %j as found, marked", (text) => {
    expect(issnFrom(text)).toEqual({ value: text, valid: false })
  })
})
