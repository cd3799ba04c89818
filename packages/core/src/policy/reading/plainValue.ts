import { bounds } from "../form/bounds.ts"
import { type Finding, findingAt, type Path, shown } from "./finding.ts"

/** Names that reach into an object's prototype. No policy needs one, so none may have one. */
const forbiddenNames: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"])

/** Whether a name may stand in a policy; if not, the finding that says so. */
export const forbiddenName = (path: Path, name: string): Finding | null =>
  forbiddenNames.has(name)
    ? { path: [...path, name], at: "name", expected: "another name: this one is not allowed", found: shown(name) }
    : null

/**
 * A copy of a value of unknown origin that is plain JSON all through, and what had to be left out of it.
 * Fields set to `undefined` count as absent. Stops at the bounds of a policy's depth and size.
 */
export const plainValue = (value: unknown): { readonly value: unknown; readonly findings: ReadonlyArray<Finding> } => {
  const findings: Array<Finding> = []
  let count = 0

  const copy = (from: unknown, path: Path): unknown => {
    count += 1
    if (count > bounds.parts) return refuse(path, `at most ${bounds.parts} names and values`, from)
    if (from === null || typeof from === "string" || typeof from === "boolean") return from
    if (typeof from === "number" && Number.isFinite(from)) return from
    if (typeof from !== "object") return refuse(path, "a JSON value", from)
    if (path.length >= bounds.depth) return refuse(path, `at most ${bounds.depth} levels of depth`, from)
    return Array.isArray(from) ? Array.from(from, (item, i) => copy(item, [...path, i])) : copyObject(from, path)
  }

  const copyObject = (from: object, path: Path): unknown => {
    const prototype = Object.getPrototypeOf(from)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return refuse(path, "a plain object", from)
    const to: Record<string, unknown> = {}
    for (const [name, inner] of Object.entries(from)) {
      const forbidden = forbiddenName(path, name)
      if (forbidden !== null) findings.push(forbidden)
      else if (inner !== undefined) to[name] = copy(inner, [...path, name])
      if (count > bounds.parts) break
    }
    return to
  }

  const refuse = (path: Path, expected: string, from: unknown): undefined => {
    if (count <= bounds.parts + 1)
      findings.push(findingAt(path, expected, typeof from === "object" ? {} : String(from)))
    return undefined
  }

  return { value: copy(value, []), findings }
}
