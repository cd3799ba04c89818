import type { PolicyDocument } from "../form/document.ts"

/** A branch that the calendar does not know: misspelt, or to come later. */
export interface BranchUnknown {
  readonly kind: "branchUnknown"
  readonly branch: string
  /** Where in the policy it stands, as `transfers.costs` or `rows.base.repairBranch`. */
  readonly at: string
}

const branchSettings = ["repairBranch", "processingBranch", "withdrawnBranch"] as const

/** Branches of libraries, groups, ways, rotations and routes that are none of those given, each once for each place. */
export const unknownBranches = (
  document: PolicyDocument,
  branches: ReadonlyArray<string>
): ReadonlyArray<BranchUnknown> => {
  const known = new Set(branches)
  return placesOf(document).flatMap(([at, named]) =>
    [...new Set(named)]
      .filter((branch) => !known.has(branch))
      .map((branch): BranchUnknown => ({ kind: "branchUnknown", branch, at }))
  )
}

type Place = readonly [at: string, branches: ReadonlyArray<string>]

const placesOf = ({
  libraries = {},
  branchGroups = {},
  transfers = {},
  rotations = [],
  rows
}: PolicyDocument): ReadonlyArray<Place> => {
  const { costs = [], forbidden = [], withoutTransit = [], load = {} } = transfers
  return [
    ...Object.entries(libraries).map(([code, branches]): Place => [`libraries.${code}`, branches]),
    ...Object.entries(branchGroups).map(([code, branches]): Place => [`branchGroups.${code}`, branches]),
    ["transfers.withoutTransit", withoutTransit.flatMap(({ branches }) => branches)],
    ["transfers.forbidden", forbidden.flatMap(({ from, to }) => [from, to]).filter((end) => typeof end === "string")],
    ["transfers.costs", costs.flatMap(({ from, to }) => [from, to])],
    ["transfers.load", Object.keys(load)],
    ...rotations.map(({ collection, branches }): Place => [`rotations.${collection}`, branches]),
    ...rows.flatMap(({ id, set }) =>
      branchSettings.flatMap((setting): ReadonlyArray<Place> => {
        const branch = set[setting]
        return typeof branch === "string" ? [[`rows.${id}.${setting}`, [branch]]] : []
      })
    )
  ]
}
