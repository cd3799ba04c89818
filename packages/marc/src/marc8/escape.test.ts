import { describe, expect, it } from "vitest"
import { bytesOf } from "../../test/samples.ts"
import { escapeAt } from "./escape.ts"

describe("escapeAt", () => {
  it.each([
    ["\x1b(N", { into: "g0", charset: 0x4e, length: 3 }],
    ["\x1b,N", { into: "g0", charset: 0x4e, length: 3 }],
    ["\x1b)N", { into: "g1", charset: 0x4e, length: 3 }],
    ["\x1b-N", { into: "g1", charset: 0x4e, length: 3 }],
    ["\x1b(!E", { into: "g0", charset: 0x45, length: 4 }],
    ["\x1b)!E", { into: "g1", charset: 0x45, length: 4 }],
    ["\x1b$1", { into: "g0", charset: 0x31, length: 3 }],
    ["\x1b$,1", { into: "g0", charset: 0x31, length: 4 }],
    ["\x1b$)1", { into: "g1", charset: 0x31, length: 4 }],
    ["\x1b$-1", { into: "g1", charset: 0x31, length: 4 }],
    ["\x1bs", { into: "g0", charset: 0x42, length: 2 }],
    ["\x1bb", { into: "g0", charset: 0x62, length: 2 }],
    ["\x1bp", { into: "g0", charset: 0x70, length: 2 }],
    ["\x1bg", { into: "g0", charset: 0x67, length: 2 }]
  ])("knows %j", (written, expected) => {
    expect(escapeAt(bytesOf(written), 0)).toEqual(expected)
  })

  it.each(["\x1b", "\x1b(", "\x1b(1", "\x1b$(B", "\x1b$", "\x1b?", "\x1bN", "\x1b(\x7f"])(
    "does not know %j",
    (written) => {
      expect(escapeAt(bytesOf(written), 0)).toBeUndefined()
    }
  )
})
