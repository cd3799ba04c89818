import { Result, Schema } from "effect"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { CompensationRule } from "../../policy/form/compensation/rule.ts"
import { CompensationCase } from "./case.ts"
import { type RefundCase, refundFor } from "./refundFor.ts"
import { Compensation } from "./result.ts"
import { recomputeCompensation } from "./steps.ts"
import { arbitraryCase, arbitraryMoney, arbitraryRule, settledAt } from "./testing/arbitraryCompensation.ts"

const end = fc.constantFrom("min" as const, "max" as const)

describe("compensation", () => {
  it("is told again from its steps alone, adds up, and survives JSON with its rule and its case", () => {
    const same = <A>(schema: Schema.Codec<A>, value: A) =>
      assert.deepEqual(Schema.decodeUnknownSync(schema)(JSON.parse(JSON.stringify(value))), value)
    fc.assert(
      fc.property(arbitraryRule, arbitraryCase, arbitraryMoney, end, (rule, facts, money, which) => {
        const result = settledAt(which, rule, facts, money)
        assert.deepEqual(recomputeCompensation(result.steps), Result.succeed(result.amount))
        assert.strictEqual(
          result.parts.reduce((sum, part) => sum + part.amount, 0),
          result.amount
        )
        for (const { amount } of result.parts) assert.isTrue(Number.isInteger(amount) && amount >= 0)
        same(CompensationRule, rule)
        same(CompensationCase, facts)
        same(Compensation, result)
        assert.deepEqual(settledAt(which, rule, facts, money), result)
      })
    )
  })

  it("never falls with the price within one band of prices, where nothing was damaged before", () => {
    fc.assert(
      fc.property(
        arbitraryRule,
        arbitraryCase,
        arbitraryMoney,
        end,
        fc.integer({ min: 0, max: 50_000 }),
        (rule, { before: _, ...facts }, money, which, more) => {
          const price = facts.item.recordedPrice
          if (price === null || price === undefined) return
          const dearer = { ...facts.item, recordedPrice: { ...price, minor: price.minor + more } }
          const [less, dear] = [facts, { ...facts, item: dearer }].map((one) => settledAt(which, rule, one, money))
          const bandOf = (result: Compensation | undefined) => result?.factors.map(({ table, row }) => [table, row])
          if (JSON.stringify(bandOf(less)) !== JSON.stringify(bandOf(dear))) return
          assert.isAtMost(less?.amount ?? 0, dear?.amount ?? 0)
        }
      )
    )
  })

  it("never falls with severity: a worse grade, more pages, more parts, at the least that each may cost", () => {
    const worse = fc.record({
      grade: fc.constantFrom("g0", "g1", "g2"),
      count: fc.integer({ min: 1, max: 5 }),
      more: fc.boolean()
    })
    // Seed 1811316447: damage that was as a loss before let the stain on top of it be charged again.
    fc.assert(
      fc.property(arbitraryRule, arbitraryCase, arbitraryMoney, worse, (rule, facts, money, { grade, count, more }) => {
        const [first, ...others] = facts.damages ?? []
        if (first === undefined) return
        const severer = {
          kind: first.kind,
          grade: [grade, first.grade].sort().at(-1) ?? grade,
          count: Math.max(count, first.count ?? 1)
        }
        const parts = more ? [{ part: "chip", count: 3 }] : (facts.parts ?? [])
        const bad = settledAt("min", rule, facts, money)
        const worst = settledAt("min", rule, { ...facts, parts, damages: [severer, ...others] }, money)
        assert.isAtMost(bad.amount, worst.amount)
      })
    )
  })

  it("never rises with what was on the item before", () => {
    fc.assert(
      fc.property(arbitraryRule, arbitraryCase, arbitraryMoney, (rule, { before, ...facts }, money) => {
        const [fresh, worn] = [facts, { ...facts, before: before ?? {} }].map((one) =>
          settledAt("min", rule, one, money)
        )
        assert.isAtMost(worn?.amount ?? 0, fresh?.amount ?? 0)
      })
    )
  })

  it("never rises above its cap", () => {
    fc.assert(
      fc.property(arbitraryRule, arbitraryCase, arbitraryMoney, end, (rule, facts, money, which) => {
        const partOf = (result: Compensation, name: string) =>
          result.parts.find((part) => part.for === name)?.amount ?? 0
        const lost = settledAt(which, rule, { ...facts, loss: true, damages: [] }, money)
        const maximum = rule.charge === undefined || rule.charge.by === "flat" ? undefined : rule.charge.maximum
        if (maximum !== undefined) assert.isAtMost(partOf(lost, "value"), Math.round(Number(maximum) * 100))
        const damaged = settledAt(which, rule, { ...facts, loss: false }, money)
        const cap = rule.damage?.maximum
        if (cap !== undefined) assert.isAtMost(partOf(damaged, "damage"), Math.round(Number(cap) * 100))
      })
    )
  })
})

describe("a refund", () => {
  const minor = fc.integer({ min: 0, max: 20_000 })
  const refund: fc.Arbitrary<NonNullable<CompensationRule["refund"]>> = fc.record(
    {
      gives: fc.constantFrom("none" as const, "unpaidPart" as const, "paid" as const),
      within: fc.record({
        days: fc.integer({ min: 0, max: 60 }),
        of: fc.constantFrom("payment" as const, "loss" as const)
      }),
      lessProcessing: fc.boolean(),
      lessOverdue: fc.constantFrom("accrued" as const, "sincePayment" as const, "cap" as const),
      restoresOverdue: fc.boolean()
    },
    { requiredKeys: ["gives"] }
  )
  const found: fc.Arbitrary<RefundCase> = fc.record({
    paidMinor: minor,
    unpaidMinor: minor,
    processingMinor: minor,
    overdue: fc.record({ accrued: minor, sincePayment: minor, cap: minor, dropped: minor }),
    lostOn: fc.constant("2024-03-01"),
    paidOn: fc.constantFrom("2024-03-10", null),
    foundOn: fc.constantFrom("2024-03-10", "2024-04-01", "2024-06-01"),
    replacementBought: fc.boolean(),
    inKind: fc.boolean()
  })

  it("never exceeds what was paid, cancels no more than is owed, and keeps what it may", () => {
    fc.assert(
      fc.property(refund, found, (rule, facts) => {
        const { givenBack, cancelled, kept, restoredOverdue, reason } = Result.getOrThrow(
          refundFor({ refund: rule }, facts)
        )
        assert.isTrue(givenBack >= 0 && givenBack <= facts.paidMinor)
        assert.isTrue(cancelled >= 0 && cancelled <= facts.unpaidMinor)
        assert.isAtMost(restoredOverdue, facts.overdue.dropped ?? 0)
        const total = facts.paidMinor + facts.unpaidMinor
        assert.isAtMost(givenBack + cancelled + kept.processing + kept.overdue, total)
        if (rule.gives === "paid" && reason === null) {
          assert.strictEqual(givenBack + cancelled + kept.processing + kept.overdue, total)
        }
        if (facts.inKind || facts.replacementBought || rule.gives !== "paid") assert.strictEqual(givenBack, 0)
      })
    )
  })

  it.each([
    [{ paidMinor: -1 }, "paidMinor"],
    [{ paidMinor: 1.5 }, "paidMinor"],
    [{ unpaidMinor: 2e12 }, "unpaidMinor"],
    [{ overdue: { cap: Number.NaN } }, "cap"],
    [{ foundOn: "2024-02-30" }, "foundOn"]
  ])("refuses %j", (wrong, at) => {
    const facts: RefundCase = {
      paidMinor: 100,
      unpaidMinor: 0,
      processingMinor: 0,
      overdue: {},
      lostOn: "2024-03-01",
      paidOn: null,
      foundOn: "2024-03-02",
      replacementBought: false,
      inKind: false,
      ...wrong
    }
    const result = refundFor({ refund: { gives: "paid" } }, facts)
    assert.isTrue(Result.isFailure(result) && result.failure[0]._tag === "AmountInvalid" && result.failure[0].at === at)
  })

  it("needs the overdue charge that it is lessened by", () => {
    const facts = {
      paidMinor: 9,
      unpaidMinor: 0,
      processingMinor: 0,
      overdue: {},
      lostOn: "2024-03-01",
      paidOn: "2024-03-02"
    }
    const refunded = refundFor(
      { refund: { gives: "paid", lessOverdue: "cap" } },
      { ...facts, foundOn: "2024-03-03", replacementBought: false, inKind: false }
    )
    assert.deepEqual(Result.isFailure(refunded) && refunded.failure, [
      { _tag: "FactMissing", fact: "overdue.cap", at: "refund.lessOverdue" }
    ])
  })
})
