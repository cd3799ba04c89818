import { describe, expect, it } from "vitest"
import { marc21, unimarc } from "../test/samples.ts"
import { kindOf } from "./kind.ts"

describe("kindOf", () => {
  it.each([
    ["00000nam", [], "bibliographic"],
    ["00000ngm", [], "bibliographic"],
    ["00000nz ", [], "authority"],
    ["00000nx ", [], "holdings"],
    ["00000nw ", [], "other"],
    ["00000nq ", ["245 10$aA service"], "other"],
    ["00000nx ", ["245 10$aA title"], "bibliographic"],
    ["00000n  ", ["245 10$aA title"], "bibliographic"],
    ["00000n0 ", [], "other"]
  ])("MARC 21 %j with %j is %s", (leader, fields, kind) => {
    expect(kindOf(marc21(leader, ...fields))).toBe(kind)
  })

  it.each([
    ["00000nam", [], "bibliographic"],
    ["00000nlm", [], "bibliographic"],
    ["00000nx ", ["200  1$aA name"], "authority"],
    ["00000ny ", [], "authority"],
    ["00000nz ", [], "authority"],
    ["00000nu ", [], "holdings"],
    ["00000   ", ["200 1 $aA title"], "bibliographic"]
  ])("UNIMARC %j with %j is %s", (leader, fields, kind) => {
    expect(kindOf(unimarc(leader, ...fields))).toBe(kind)
  })
})
