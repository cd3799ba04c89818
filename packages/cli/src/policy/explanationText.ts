import type { SettingCandidate, SettingExplanation } from "@openshelf/core"

/** Why a setting has its value, as lines: the value and its row, then every other row that could have set it. */
export const explanationText = ({ setting, value, winner, candidates }: SettingExplanation): string =>
  [
    winner === null ? `${setting}: not set` : `${setting} = ${JSON.stringify(value)}, by row ${JSON.stringify(winner)}`,
    ...candidates.filter(({ row }) => row !== winner).map((candidate) => `  ${candidateText(candidate)}`)
  ].join("\n")

const candidateText = ({ row, value, matched, mismatches, lostBy }: SettingCandidate): string => {
  const said = `${JSON.stringify(row)} says ${JSON.stringify(value)}`
  if (matched) return `${said}: matches, but goes behind by ${lostBy === null ? "" : reasonText(lostBy)}`
  const missed = mismatches.map(
    ({ criterion, wanted, found }) => `${criterion} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`
  )
  return `${said}: does not match, as ${missed.join(" and ")}`
}

const reasonText = (reason: NonNullable<SettingCandidate["lostBy"]>): string => {
  switch (reason.by) {
    case "criterion":
      return `the criterion ${reason.criterion}`
    case "strongestCriterion":
      return "its foremost criterion"
    case "weight":
      return "the weight of its criteria"
    case "criteriaCount":
      return "the number of its criteria"
    case "positiveCount":
      return "the number of its positive criteria"
    case "treeDepth":
      return "the depth of its codes"
    case "rowOrder":
      return "its place in the policy"
  }
}
