import { compilePolicy, type PolicyContext, unknownContext } from "@openshelf/core"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { importKoha, type KohaRule } from "./importKoha.ts"

const rule = (scope: string, rule_name: string, rule_value: string | null): KohaRule => {
  const [branchcode, categorycode, itemtype] = scope.split(" ").map((code) => (code === "*" ? null : code))
  return {
    branchcode: branchcode ?? null,
    categorycode: categorycode ?? null,
    itemtype: itemtype ?? null,
    rule_name,
    rule_value
  }
}

// Made by hand in the form of Koha's table of circulation rules.
const rules: ReadonlyArray<KohaRule> = [
  rule("* * *", "issuelength", "21"),
  rule("* * *", "lengthunit", "days"),
  rule("* * *", "renewalsallowed", "2"),
  rule("* * *", "fine", "0.100000"),
  rule("* * *", "chargeperiod", "1"),
  rule("* * *", "firstremind", "2"),
  rule("* * *", "overduefinescap", "5.00"),
  rule("* * *", "daysmode", "Datedue"),
  rule("* PT *", "patron_maxissueqty", "20"),
  rule("* J *", "patron_maxissueqty", "5"),
  rule("* J *", "renewalsallowed", ""),
  rule("* * DVD", "issuelength", "48"),
  rule("* * DVD", "lengthunit", "hours"),
  rule("* * DVD", "maxissueqty", "3"),
  rule("MAIN * *", "reservesallowed", "4"),
  rule("* * DVD", "reservesallowed", "2"),
  rule("* * *", "article_requests", "no"),
  rule("* PT DVD", "daysmode", "Dayweek"),
  rule("* J DVD", "daysmode", "Lunar")
]
const imported = Result.getOrThrow(
  importKoha({
    rules,
    currency: "EUR",
    preferences: {
      CircControl: "PatronLibrary",
      noissuescharge: "5.00",
      RenewalPeriodBase: "date_due",
      maxreserves: 50
    }
  })
)
const resolve = (given: Partial<PolicyContext>) =>
  compilePolicy(imported.policy, { version: 1 }).resolve({ ...unknownContext, ...given })

describe("importKoha", () => {
  it("takes over whose branch decides reservations and losses, where Koha says so by themselves", () => {
    const preferences = {
      CircControl: "PickupLibrary",
      ReservesControlBranch: "PatronLibrary",
      LostChargesControl: "ItemHomeLibrary"
    } as const
    const { policy } = Result.getOrThrow(importKoha({ rules, currency: "EUR", preferences }))
    expect(policy.ruleBranch).toEqual({
      loans: "desk",
      overdue: "desk",
      reservations: "readerHome",
      losses: "itemHome"
    })
  })

  it("resolves each rule by itself, branch before category before item type", () => {
    const child = resolve({ readerCategory: "J", itemType: "BK", branch: "MAIN" })
    expect(child.get("loanPeriod")).toEqual({ days: 21 })
    expect(child.get("renewalCountMax")).toBe("unlimited")
    expect(child.get("loanCountMax.all")).toBe(5)
    expect(child.get("reservationCountMax")).toBe(4)
    const adult = resolve({ readerCategory: "PT", itemType: "DVD", branch: "EAST" })
    expect(adult.get("loanPeriod")).toEqual({ hours: 48 })
    expect(adult.get("closedDays")).toBe("sameWeekday")
    expect(adult.get("loanCountMax.perType")).toBe(3)
    expect(adult.get("loanCountMax.all")).toBe(20)
    expect(adult.get("reservationCountMax")).toBe(50)
    expect(adult.get("reservationCountMax.perType")).toBe(2)
    expect(child.get("reservationCountMax.perType")).toBe(undefined)
  })

  it("takes charges, grace, caps and preferences over", () => {
    const resolved = resolve({ readerCategory: "PT" })
    expect(resolved.get("overdueRate")).toEqual({ amount: "0.1", per: "day" })
    expect(resolved.get("overdueGrace")).toEqual({ days: 2 })
    expect(resolved.get("overdueCap")).toBe(500)
    expect(resolved.get("debtMax")).toBe(500)
    expect(resolved.get("renewFrom")).toBe("due")
    expect(resolved.get("reservableOnShelf")).toBe(false)
    expect(imported.policy.ruleBranch).toBe("readerHome")
  })

  it("says what it leaves, by scope and name", () => {
    expect(imported.notTakenOver).toEqual([
      { where: "* * *: article_requests", because: "there is no such setting" },
      { where: "* J DVD: daysmode = Lunar", because: "there is no such way with closed days" }
    ])
  })

  it("leaves values that are none, and fails where what remains does not hold", () => {
    const odd = importKoha({ rules: [rule("* * *", "issuelength", "three")], currency: "EUR" })
    expect(Result.getOrThrow(odd).notTakenOver[0]?.because).toBe("it is not a whole number")
    const wrong = importKoha({ rules: [rule("* * *", "overduefinescap", "10,00")], currency: "EUR" })
    expect(Result.isFailure(wrong) && wrong.failure[0]?.where).toBe("rows[0].set.overdueCap")
  })
})
