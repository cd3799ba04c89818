import { bounds } from "../form/bounds.ts"
import { type Finding, findingAt } from "./finding.ts"
import { type Loose, loose } from "./looseDocument.ts"

/** Parents that are not declared, codes that are above themselves, trees too deep. */
export function* treeProblems(tree: Loose, field: string, what: string): Generator<Finding, void, undefined> {
  for (const [code, entry] of Object.entries(tree)) {
    const { parent } = loose(entry)
    if (typeof parent !== "string") continue
    const path = [field, code, "parent"]
    if (!Object.hasOwn(tree, parent)) {
      yield findingAt(path, `${what} that the policy declares`, parent, Object.keys(tree))
      continue
    }
    const line = lineAbove(tree, code)
    if (line.includes(code))
      yield findingAt(path, `${what} above it: ${[code, ...line].join(" → ")} is a circle`, parent)
    else if (line.length >= bounds.treeDepth) yield findingAt(path, `at most ${bounds.treeDepth} levels`, parent)
  }
}

/** How many codes stand above one; meant for trees without problems. */
export const levelOf = (tree: Loose, code: string): number => lineAbove(tree, code).length

/** A circle longer than this is reported as too deep. */
const stepsMax = 8 * bounds.treeDepth

/** The codes above one, nearest first, up to a circle's end. */
const lineAbove = (tree: Loose, code: string): ReadonlyArray<string> => {
  const line: Array<string> = []
  let parent = loose(tree[code]).parent
  while (typeof parent === "string" && Object.hasOwn(tree, parent) && line.length < stepsMax) {
    const again = line.includes(parent)
    line.push(parent)
    if (again || parent === code) break
    parent = loose(tree[parent]).parent
  }
  return line
}
