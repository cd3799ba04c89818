import type { SchemaAST, SchemaIssue } from "effect"
import { type Finding, findingAt, type Path, shown } from "./finding.ts"
import { suggest } from "./suggest.ts"

type Findings = Generator<Finding, void, undefined>

/** What a schema found wrong, one finding for each place, in words a librarian can act on. Lazy: there may be many. */
export const schemaFindings = (issue: SchemaIssue.Issue, value: unknown): Findings => findingsIn(issue, [], value)

function* findingsIn(issue: SchemaIssue.Issue, path: Path, value: unknown): Findings {
  switch (issue._tag) {
    case "Pointer":
      return yield* pointed(issue, path, value)
    case "Composite": {
      for (const inner of withoutEchoes(issue.issues)) yield* findingsIn(inner, path, value)
      return
    }
    case "AnyOf":
      return yield* alternatives(issue, path, value)
    case "Filter":
      return yield findingAt(path, textIn(issue.filter.annotations) ?? "another value", value)
    case "InvalidType":
      return yield wrongKind(issue.ast, path, value)
    default:
      return yield findingAt(path, "another value", value)
  }
}

function* pointed({ path: [key], issue }: SchemaIssue.Pointer, path: Path, value: unknown): Findings {
  const at = [...path, typeof key === "number" ? key : String(key)]
  if (issue._tag === "MissingKey") yield findingAt(at, "a value, as this is required", undefined)
  else if (issue._tag === "UnexpectedKey") yield unexpectedName(issue.ast, at)
  else yield* findingsIn(issue, at, (value as Record<PropertyKey, unknown>)[key as PropertyKey])
}

/** A misspelt name leaves the right one missing: one mistake, said once. */
const withoutEchoes = (issues: ReadonlyArray<SchemaIssue.Issue>): ReadonlyArray<SchemaIssue.Issue> => {
  const missing = issues.filter((issue) => issue._tag === "Pointer" && issue.issue._tag === "MissingKey")
  if (missing.length === 0) return issues
  const meant = new Set(issues.map(meantName))
  return issues.filter((issue) => !(missing.includes(issue) && issue._tag === "Pointer" && meant.has(issue.path[0])))
}

const meantName = (issue: SchemaIssue.Issue): PropertyKey | undefined =>
  issue._tag === "Pointer" && issue.issue._tag === "UnexpectedKey"
    ? suggest(issue.path[0], namesIn(issue.issue.ast))
    : undefined

/** Of a choice: what is wrong inside the one alternative that was meant, else the choice as a whole. */
function* alternatives({ ast, issues }: SchemaIssue.AnyOf, path: Path, value: unknown): Findings {
  const [meant, ...others] = issues.length === 1 ? issues : issues.filter(hasRightNames)
  const inside = meant === undefined || others.length > 0 ? null : meant
  const [first] = inside === null ? [] : findingsIn(inside, path, value)
  if (inside !== null && first !== undefined && first.path.length > path.length) yield* findingsIn(inside, path, value)
  else yield wrongKind(ast, path, value)
}

/** Whether an object has the names of an alternative, whatever stands under them. */
const hasRightNames = (issue: SchemaIssue.Issue): boolean =>
  issue._tag === "Composite" &&
  issue.issues.every(
    (inner) => inner._tag === "Pointer" && inner.issue._tag !== "UnexpectedKey" && inner.issue._tag !== "MissingKey"
  )

const wrongKind = (ast: SchemaAST.AST, path: Path, value: unknown): Finding =>
  findingAt(path, describe(ast), value, literalsIn(ast))

const unexpectedName = (ast: SchemaAST.AST, path: Path): Finding => {
  const wrong = path.at(-1)
  const among = namesIn(ast)
  const parameter = ast._tag === "Objects" && among.length === 0 ? ast.indexSignatures[0]?.parameter : undefined
  const expected = parameter === undefined ? oneOf(among) : describe(parameter)
  return { path, at: "name", expected, found: shown(wrong), nearest: { wrong, among } }
}

const oneOf = (names: ReadonlyArray<string>): string => {
  if (names.length === 0) return "nothing"
  return names.length === 1 ? `the name ${names[0]}` : `one of ${names.join(", ")}`
}

const namesIn = (ast: SchemaAST.AST): ReadonlyArray<string> =>
  ast._tag === "Objects" ? ast.propertySignatures.map((signature) => String(signature.name)) : []

const describe = (ast: SchemaAST.AST): string => {
  const said = textIn(ast.checks?.at(-1)?.annotations) ?? textIn(ast.annotations)
  if (said !== undefined) return said
  if (ast._tag === "Union") return ast.types.map(describe).join(" or ")
  if (ast._tag === "Literal") return JSON.stringify(ast.literal)
  return plainNames[ast._tag] ?? "another value"
}

const plainNames: Readonly<Record<string, string>> = {
  Objects: "an object",
  Arrays: "a list",
  String: "a text",
  Number: "a number"
}

const textIn = (annotations: { readonly expected?: unknown } | undefined): string | undefined =>
  typeof annotations?.expected === "string" ? annotations.expected : undefined

const literalsIn = (ast: SchemaAST.AST): ReadonlyArray<string> => {
  if (ast._tag === "Union") return ast.types.flatMap(literalsIn)
  return ast._tag === "Literal" && typeof ast.literal === "string" ? [ast.literal] : []
}
