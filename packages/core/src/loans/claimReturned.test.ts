import { describe, expect, it } from "vitest"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

describe("a claim that an item was brought back", () => {
  it("comes from staff, or from the reader who has it; once", async () => {
    const { library, desk, screenOf, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    const claim = { item: "b1", note: "put into the book drop", at: noon + day }
    expect(codesOf(await desk.claimReturned({ ...claim, key: key() }))).toEqual(["ItemNotOnLoan"])
    const { loanId } = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    expect(codesOf(await screenOf("ben").claimReturned({ ...claim, key: key() }))).toEqual(["ItemUnknown"])
    expect(await desk.dryRun.claimReturned(claim)).toMatchObject({ ok: true, receipt: { loanId } })
    expect(receiptOf(await screenOf("ada").claimReturned({ ...claim, key: key() }))).toEqual({ loanId })
    expect(codesOf(await desk.claimReturned({ ...claim, key: key() }))).toEqual(["ItemStatusForbids"])
    const many = await desk.many("claimReturned", [{ ...claim, item: "none", key: key() }])
    expect(many.map(codesOf)).toEqual([["ItemUnknown"]])
    expect(await library.check(tenant)).toEqual([])
  })
})
