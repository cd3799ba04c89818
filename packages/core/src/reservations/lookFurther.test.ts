import { expect, it } from "vitest"
import type { Candidate } from "../decision/facts.ts"
import { lookFurther } from "./setAside.ts"

const nobody = { setAside: null }
const seen = (count: number): ReadonlyArray<Candidate> => Array.from({ length: count }, () => ({}) as Candidate)

it.each([
  { seen: 32, waiting: 40, queueMax: undefined, further: 40, what: "the first look was full" },
  { seen: 512, waiting: 600, queueMax: undefined, further: 600, what: "so was the longer one, where keys hold" },
  { seen: 32, waiting: 32, queueMax: undefined, further: null, what: "it saw all" },
  { seen: 40, waiting: 40, queueMax: undefined, further: null, what: "the longer one saw all" },
  { seen: 40, waiting: 600, queueMax: undefined, further: null, what: "no more of them are for this copy" },
  { seen: 40, waiting: 41, queueMax: 40, further: 41, what: "one came while the second look was taken" },
  { seen: 39, waiting: 40, queueMax: 40, further: null, what: "the second look saw all" }
])("a queue is looked at again or not: $what", (row) => {
  expect(lookFurther(seen(row.seen), row.waiting, nobody, row.queueMax)).toBe(row.further)
})
