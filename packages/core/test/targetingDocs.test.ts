import { readFileSync } from "node:fs"
import { Result } from "effect"
import { expect, it } from "vitest"
import {
  proveOptimal,
  retainTargeting,
  type TargetedReservation,
  TargetingRefusal,
  target
} from "../src/reservations/targeting/index.ts"

const page = readFileSync(new URL("../../../docs/targeting.md", import.meta.url), "utf8")
const [problem, expected, changes, changed] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json = ""]) =>
  JSON.parse(json)
)

it("the page's example gives what the page says, proved", () => {
  const found = Result.getOrThrow(target(problem))
  expect(found).toMatchObject(expected)
  expect(proveOptimal(problem, found)).toEqual([])
})

it("the page's change of it gives what the page says, and costs what a run from the start costs", () => {
  const retained = Result.getOrThrow(retainTargeting(problem))
  expect(Result.getOrThrow(retained.change(changes))).toEqual(changed)
  const left = problem.reservations.filter(({ reservationId }: { reservationId: string }) => reservationId !== "ada")
  expect(Result.getOrThrow(target({ ...problem, reservations: left })).cost).toBe(changed.cost)
})

it("the page tells of everything that the rows and rules can say", () => {
  const [reservation] = problem.reservations
  const [copy] = problem.copies
  const optional: Required<TargetedReservation> = { ...reservation, firstFor: [] }
  const names = [...Object.keys(problem.rules), ...Object.keys(optional), ...Object.keys(copy)]
  // Ids, and where things stand, speak for themselves.
  const plain = ["branches", "reservationId", "pickupBranch", "titleId", "branch", "homeBranch"]
  const prose = page.replace(/```json\n(.*?)```/gs, "")
  expect(names.filter((name) => !plain.includes(name) && !prose.includes(`\`${name}`))).toEqual([])
})

it("a refusal is data that survives JSON", () => {
  const found = target({ ...problem, rules: { ...problem.rules, costs: [[0, -2, 9]] } })
  const refusals = Result.isFailure(found) ? found.failure : []
  expect(refusals.map(({ _tag }) => _tag)).toEqual(["CostInvalid", "CostMissing", "CostMissing"])
  expect(JSON.parse(JSON.stringify(refusals))).toEqual(refusals)
  expect(Object.keys(TargetingRefusal.cases)).toContain("CostInvalid")
})
