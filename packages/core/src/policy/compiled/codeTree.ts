import type { TreeEntry } from "../form/document.ts"
import { mapEntry } from "./mapEntry.ts"

/** Declared codes with the code above each, ready for asking. */
export interface CodeTree {
  /** How many codes stand above this one. */
  readonly depthOf: (code: string) => number
  /** The code and all below it. */
  readonly within: (code: string) => ReadonlySet<string>
}

export const codeTree = (declared: Readonly<Record<string, TreeEntry>>): CodeTree => {
  const lines = new Map(Object.keys(declared).map((code) => [code, lineOf(declared, code)]))
  const within = new Map<string, Set<string>>()
  for (const [code, line] of lines) {
    for (const above of line) mapEntry(within, above, () => new Set()).add(code)
  }
  return {
    depthOf: (code) => (lines.get(code)?.length ?? 1) - 1,
    within: (code) => within.get(code) ?? new Set([code])
  }
}

/** The code and those above it, nearest first. A decoded policy has no circles. */
const lineOf = (declared: Readonly<Record<string, TreeEntry>>, code: string): ReadonlyArray<string> => {
  const line: Array<string> = []
  for (let at: string | undefined = code; at !== undefined; at = declared[at]?.parent) line.push(at)
  return line
}
