import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode
} from "jsonc-parser"
import { bounds } from "../form/bounds.ts"
import { type Finding, type Path, shown } from "./finding.ts"
import { forbiddenName } from "./plainValue.ts"

/** A text read as JSON with comments and trailing commas. */
export interface PolicyText {
  readonly value: unknown
  readonly findings: ReadonlyArray<Finding>
  /** Whether the text is JSON at all; if not, there is no value to look at. */
  readonly sound: boolean
  /** Where a finding stands: line and column from 1. */
  readonly positionOf: (finding: Finding) => { readonly offset: number; readonly line: number; readonly column: number }
}

/**
 * Reads the text of a policy, or of another document within the same bounds. A byte order mark is skipped. Text beyond the
 * bounds of a policy is not parsed.
 */
export const readPolicyText = (source: string): PolicyText => {
  // Blanked, not cut, so that offsets stay those of the text as given.
  const text = source.startsWith("\uFEFF") ? ` ${source.slice(1)}` : source
  const lines = lineStarts(text.length <= bounds.text ? text : "")
  const unsound = (findings: ReadonlyArray<Finding>): PolicyText => ({
    value: undefined,
    findings,
    sound: false,
    positionOf: (finding) => placed(lines, finding.offset ?? 0)
  })
  const beyond = beyondBounds(text)
  if (beyond !== null) return unsound([beyond])
  const errors: Array<ParseError> = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  if (errors.length > 0 || root === undefined) return unsound(syntaxFindings(text, errors))
  const findings: Array<Finding> = []
  return {
    value: plainOf(root, [], findings),
    findings,
    sound: true,
    positionOf: (finding) => placed(lines, finding.offset ?? offsetOf(root, finding))
  }
}

/** Looked at before parsing, which is recursive and builds a tree. */
const beyondBounds = (text: string): Finding | null => {
  const beyond = (expected: string, found: string, offset: number): Finding => ({
    path: [],
    at: "value",
    expected,
    found,
    offset
  })
  if (text.length > bounds.text) {
    return beyond(`at most ${bounds.text} characters`, `${text.length} characters`, 0)
  }
  const scanner = createScanner(text, true)
  let depth = 0
  let count = 0
  for (let token = scanner.scan(); token !== tokens.end; token = scanner.scan()) {
    if (token === tokens.openBrace || token === tokens.openBracket) depth += 1
    if (token === tokens.closeBrace || token === tokens.closeBracket) depth -= 1
    count += 1
    const offset = scanner.getTokenOffset()
    if (depth > bounds.depth) return beyond(`at most ${bounds.depth} levels of depth`, "more", offset)
    if (count > bounds.parts) return beyond(`at most ${bounds.parts} names, values and marks`, "more", offset)
  }
  return null
}

// The library declares these as a `const enum`, which cannot be imported where types are merely stripped.
const tokens = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 }

const syntaxFindings = (text: string, errors: ReadonlyArray<ParseError>): ReadonlyArray<Finding> => {
  const byOffset = new Map(errors.toReversed().map((error) => [error.offset, error]))
  const found = [...byOffset.values()].sort((a, b) => a.offset - b.offset).slice(0, 50)
  return found.map(({ error, offset, length }) => ({
    path: [],
    at: "value",
    expected: syntaxExpected[printParseErrorCode(error)] ?? "JSON",
    found:
      offset >= text.trimEnd().length ? "the end of the text" : shown(text.slice(offset, offset + Math.max(1, length))),
    offset
  }))
}

const syntaxExpected: Readonly<Record<string, string>> = {
  InvalidSymbol: "JSON, where all words but true, false and null stand in double quotes",
  InvalidNumberFormat: "a number",
  PropertyNameExpected: "a name in double quotes",
  ValueExpected: "a value",
  ColonExpected: "a colon",
  CommaExpected: "a comma",
  CloseBraceExpected: "a closing brace",
  CloseBracketExpected: "a closing bracket",
  EndOfFileExpected: "nothing after the document",
  UnexpectedEndOfComment: "the end of a comment",
  UnexpectedEndOfString: "the end of a text",
  UnexpectedEndOfNumber: "the digits of a number",
  InvalidUnicode: "four hexadecimal digits after \\u",
  InvalidEscapeCharacter: "a known escape after \\",
  InvalidCharacter: "a text without control characters"
}

const plainOf = (node: Node, path: Path, findings: Array<Finding>): unknown => {
  if (node.type === "array") return (node.children ?? []).map((child, i) => plainOf(child, [...path, i], findings))
  if (node.type !== "object") return node.value
  const record: Record<string, unknown> = {}
  for (const { children } of node.children ?? []) {
    const [name, value] = children ?? []
    if (name === undefined || value === undefined) continue
    const refused = forbiddenName(path, name.value) ?? repeatedName(path, name.value, record)
    if (refused !== null) findings.push({ ...refused, offset: name.offset })
    else record[name.value] = plainOf(value, [...path, name.value], findings)
  }
  return record
}

const repeatedName = (path: Path, name: string, record: Record<string, unknown>): Finding | null =>
  Object.hasOwn(record, name)
    ? { path: [...path, name], at: "name", expected: "each name once", found: `a second ${shown(name)}` }
    : null

const offsetOf = (root: Node, { path, at }: Finding): number => {
  const node = findNodeAtLocation(root, [...path])
  // What is missing is shown where the object that lacks it begins.
  if (node === undefined)
    return path.length === 0 ? root.offset : offsetOf(root, { ...missing, path: path.slice(0, -1) })
  return at === "name" ? (node.parent?.offset ?? node.offset) : node.offset
}

const missing = { at: "value", expected: "", found: "" } as const

const lineStarts = (text: string): ReadonlyArray<number> => [
  0,
  ...Array.from(text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)
]

const placed = (
  starts: ReadonlyArray<number>,
  offset: number
): { readonly offset: number; readonly line: number; readonly column: number } => {
  let line = 0
  for (let beyond = starts.length; line + 1 < beyond; ) {
    const middle = (line + beyond) >>> 1
    if ((starts[middle] ?? 0) <= offset) line = middle
    else beyond = middle
  }
  return { offset, line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
}
