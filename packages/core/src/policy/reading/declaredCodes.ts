import { type Finding, findingAt, type Path } from "./finding.ts"
import { codesNamed, type Loose, type LooseDocument, limitNamed, loose, looseList } from "./looseDocument.ts"

/** Codes and limits that are named somewhere but declared nowhere. Branches are declared by calendars, not here. */
export function* undeclaredCodes(document: LooseDocument): Generator<Finding, void, undefined> {
  for (const { path, when, set } of document.rows) {
    for (const { criterion, declared, what } of declarations(document)) {
      yield* undeclaredIn(when[criterion], [...path, "when", criterion], declared, what)
    }
    yield* undeclaredIn(set.compensation, [...path, "set", "compensation"], document.compensations, "a compensation")
    for (const setting of Object.keys(set)) yield* undeclaredLimit(setting, [...path, "set", setting], document)
  }
  for (const [name, limit] of Object.entries(document.limits)) {
    const named = (limit as Loose | null)?.itemType
    yield* undeclaredIn(named, ["limits", name, "itemType"], document.itemTypes, "an item type")
  }
  for (const [i, way] of looseList(document.transfers.forbidden).entries()) {
    const path = ["transfers", "forbidden", i, "itemType"]
    yield* undeclaredIn(loose(way).itemType, path, document.itemTypes, "an item type")
  }
}

const declarations = (
  document: LooseDocument
): ReadonlyArray<{ readonly criterion: string; readonly declared: Loose; readonly what: string }> => [
  { criterion: "readerCategory", declared: document.readerCategories, what: "a reader category" },
  { criterion: "itemType", declared: document.itemTypes, what: "an item type" },
  { criterion: "branchGroup", declared: document.branchGroups, what: "a branch group" },
  { criterion: "library", declared: document.libraries, what: "a library" }
]

function* undeclaredIn(
  condition: unknown,
  path: Path,
  declared: Loose,
  what: string
): Generator<Finding, void, undefined> {
  for (const named of codesNamed(condition)) {
    if (Object.hasOwn(declared, named.code)) continue
    yield findingAt([...path, ...named.path], `${what} that the policy declares`, named.code, Object.keys(declared))
  }
}

function* undeclaredLimit(setting: string, path: Path, { limits }: LooseDocument): Generator<Finding, void, undefined> {
  const named = limitNamed(setting)
  if (named === null || Object.hasOwn(limits, named.limit)) return
  const among = Object.keys(limits).map((name) => `${named.kind}.${name}`)
  const expected = `${named.kind}.… with a limit that the policy declares`
  yield { path, at: "name", expected, found: JSON.stringify(setting), nearest: { wrong: setting, among } }
}
