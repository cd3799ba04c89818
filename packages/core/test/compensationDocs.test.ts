import { readFileSync } from "node:fs"
import { Result, Schema } from "effect"
import { expect, it } from "vitest"
import {
  CompensationCase,
  compensationFor,
  rateOn,
  recomputeCompensation
} from "../src/incidents/compensation/index.ts"
import { compilePolicy } from "../src/policy/compiled/compilePolicy.ts"
import { DamageRule } from "../src/policy/form/compensation/damage.ts"
import { CompensationRule } from "../src/policy/form/compensation/rule.ts"
import { unknownContext } from "../src/policy/form/criteria.ts"
import { decodePolicy } from "../src/policy/reading/decodePolicy.ts"
import { parsePolicy } from "../src/policy/reading/parsePolicy.ts"
import { townPolicy } from "../src/policy/testing/townPolicy.ts"

const page = readFileSync(new URL("../../../docs/compensation.md", import.meta.url), "utf8")
const [policy, facts, expected] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json = ""]) => JSON.parse(json))

it("the page's example gives what the page says", () => {
  const town = Result.getOrThrow(parsePolicy(townPolicy))
  const decoded = Result.getOrThrow(decodePolicy({ ...town, ...policy, rows: [...town.rows, ...policy.rows] }))
  const code = compilePolicy(decoded, { version: 1 }).resolve(unknownContext).get("compensation") ?? ""
  const rule = decoded.compensations?.[code] ?? {}
  const lost = Schema.decodeUnknownSync(CompensationCase)(facts)
  expect(lost.rates).toEqual([rateOn(decoded.rates, "USD", lost.happenedOn)])
  const result = Result.getOrThrow(compensationFor(rule, lost, decoded))
  expect(result).toMatchObject(expected)
  expect(recomputeCompensation(result.steps)).toEqual(Result.succeed(expected.amount))
})

it("the page tells of everything that a rule can say", () => {
  const names = [...Object.keys(CompensationRule.fields), ...Object.keys(DamageRule.fields)]
  const told = names.filter((name) => page.includes(`\`${name}`) || page.includes(`.${name}\``))
  // A name is for people, and a basis is told by its parts.
  expect(names.filter((name) => !told.includes(name) && name !== "name")).toEqual([])
})
