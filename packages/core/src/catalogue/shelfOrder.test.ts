import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareShelfKeys, shelfKey } from "./shelfOrder.ts"

type Shelved = readonly [callNumber: string, ...classes: ReadonlyArray<{ scheme: string; number: string }>]

const keyOf = ([callNumber, ...classifications]: Shelved) => shelfKey(callNumber, classifications)

const sorted = (shelved: ReadonlyArray<Shelved>): ReadonlyArray<string> =>
  shelved
    .map(keyOf)
    .sort(compareShelfKeys)
    .map(({ callNumber }) => callNumber)

/** Whatever order they come in, they are put in this one. */
const expectOrder = (callNumbers: ReadonlyArray<string>): void => {
  const shelved = callNumbers.map((callNumber): Shelved => [callNumber])
  expect(sorted([...shelved].reverse())).toEqual(callNumbers)
  fc.assert(
    fc.property(fc.shuffledSubarray(shelved), (some) => {
      const known = some.map(([callNumber]) => callNumber)
      expect(sorted(some)).toEqual(callNumbers.filter((callNumber) => known.includes(callNumber)))
    })
  )
}

describe("stands as it is shelved", () => {
  it("by the Dewey Decimal Classification", () => {
    expectOrder([
      "005.1 ABE",
      "005.133 KER",
      "150 JAM",
      "150.1952 FRE",
      "559.9 GEO",
      "709",
      "709 GOM",
      "791 B32",
      "791.4 B32",
      "791.43",
      "791.43 A18",
      "791.43 A2",
      "791.43 D14f",
      "791.43 D14s",
      "791.43 D14s v.2",
      "791.43 D14s v.10",
      "791.43 D2",
      "791.43 DAH",
      "791.43 Sm5",
      "791.43 Sm57",
      "791.43028 A1",
      "791.5 A1",
      "813 MEL",
      "823 DAH",
      "823 DAH 1988",
      "823 FOR",
      "823.8 D55"
    ])
  })

  it("by the Library of Congress Classification", () => {
    expectOrder([
      "B9 20th .L3",
      "B9 2000 .L3",
      "B9 .L3",
      "B9.2 .L3",
      "B82 .L3",
      "B822 .L3",
      "BF76.5 .S63 1989",
      "HC241.25F4 .D47",
      "HD38.25.F8 R87 1989",
      "HF5381 .S5145 2008",
      "M5 .L299",
      "M5 .L3 1902",
      "M5 .L3 1902 v.2",
      "M5 .L3 1902 v.10",
      "M5 .L3 K2 1880",
      "M5 .L3 K2 1882",
      "M5 .L3 K2 1882b",
      "M5 .L3 K240",
      "M5 .L31",
      "PS65 .A1",
      "PS3515 .M112",
      "PS3515 .M12",
      "PS3515 .M2",
      "PS3515.115 .A1",
      "PS3515.12 .A1",
      "PS3515.5 .A1",
      "Q11 .W3",
      "QA76 .B28",
      "QA76 .B3",
      "QA76.73.C15 K47 1978",
      "QA76.73.C15 K47 1988",
      "QA76.73.J38 B53 2001",
      "QA76.73.J39 F53",
      "QA76.9.D3 C66",
      "QA101 .A1"
    ])
  })

  it("by the Chinese Library Classification", () => {
    expectOrder([
      "A11/45",
      "A122/1",
      "A2/13",
      "B2/1",
      "B2-61/1",
      "B221/1",
      "B222.1/1",
      "B222.5/1",
      "B223.2/1",
      "B224/1",
      "B23/1",
      "B3/1",
      "B43/6",
      "B43/11",
      "C23/5",
      "D691/1",
      "I222.3/1",
      "I237.2/1",
      "I237.2/2",
      "I242.1/4",
      "I242.4/1",
      "I242.4/7",
      "I242.4/10",
      "I247.57/N2338",
      "I247.7/3",
      "J648.21/1",
      "K221.04/1",
      "K825.38=5/2",
      "K825.6/2",
      "K928.6/1",
      "O123/1",
      "TB11/1",
      "TP311/2",
      "TP311.1/1",
      "TP39/1",
      "Z227/1"
    ])
  })

  it("by the marks of its auxiliary tables before any further digit, full width or not", () => {
    expectOrder(["K2/1", "K2-43/1", "K2(711)/1", "K2（712）/1", 'K2"15"/1', "K2“16”/1", "K2=5/1", "K20/1", "K21/1"])
  })

  it("by numbers as such where no scheme is known, those last, and those of a scheme together", () => {
    expectOrder(["823 FOR", "B3/1", "QA76 .B3", "", "Film 2", "Film 10", "绘本 2", "绘本 10"])
  })
})

describe("the scheme of the title", () => {
  const clc = (number: string) => ({ scheme: "CLC", number })
  const lcc = (number: string) => ({ scheme: "lcc", number })

  it("decides where the form of the call number does not, if the call number begins with its class number", () => {
    expect(
      sorted([
        ["B3 W12", clc("B3")],
        ["B22 W12", clc("B22")]
      ])
    ).toEqual(["B22 W12", "B3 W12"])
    expect(
      sorted([
        ["B22 W12", lcc("B22")],
        ["B3 W12", lcc("B3"), clc("B3")]
      ])
    ).toEqual(["B3 W12", "B22 W12"])
  })

  it("says nothing of a call number that does not begin so, or is not of its form", () => {
    expect(
      sorted([
        ["791.5 B3", lcc("PN1993")],
        ["791.43 B3", { scheme: "clc", number: "791.43" }],
        ["791.1 B3", { scheme: "sudoc", number: "791.1" }]
      ])
    ).toEqual(["791.1 B3", "791.43 B3", "791.5 B3"])
  })
})

describe("the order", () => {
  const piece = fc.constantFrom(
    "B",
    "TP",
    "3",
    "22",
    "791",
    ".",
    "4",
    "43",
    " ",
    "/",
    ".B28",
    "v.",
    "10",
    "a",
    "(",
    "=",
    "中"
  )
  const callNumber = fc.oneof(
    fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "binary", maxLength: 6 })
  )
  const classes = fc.array(
    fc.record({
      scheme: fc.constantFrom("ddc", "lcc", "clc", "udc"),
      number: fc.constantFrom("B3", "B22", "791", "TP3")
    }),
    { maxLength: 2 }
  )
  const key = fc.tuple(callNumber, classes).map(([one, given]) => shelfKey(one, given))
  const sign = (one: ReturnType<typeof shelfKey>, other: typeof one): number => Math.sign(compareShelfKeys(one, other))

  it("is the same seen from either side", () => {
    fc.assert(fc.property(key, key, (one, other) => sign(one, other) + sign(other, one) === 0))
  })

  it("leaves none equal but what stands for the same call number and scheme", () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        const isSame = one.callNumber === other.callNumber && one.scheme === other.scheme
        expect(sign(one, other) === 0).toBe(isSame)
      })
    )
  })

  it("holds over three", () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 3, maxLength: 3 }), (keys) => {
        const [a, b, c] = keys.sort(compareShelfKeys)
        if (a === undefined || b === undefined || c === undefined) throw new Error("three keys")
        expect([sign(a, b) <= 0, sign(b, c) <= 0, sign(a, c) <= 0]).toEqual([true, true, true])
      }),
      { numRuns: 1_000 }
    )
  })
})
