export { checkPolicy, type PolicyFinding } from "./check.ts"
export type { ExampleCase } from "./checks/exampleCase.ts"
export { criterionMeanings, limitMeanings, settingMeanings } from "./form/meanings.ts"
export { type RegulationCell, type RegulationColumn, regulationColumns } from "./regulations/cells.ts"
export { regulationsAsMarkdown } from "./regulations/markdown.ts"
export {
  type CategoryRegulations,
  type RegulationOptions,
  type Regulations,
  regulations
} from "./regulations/regulations.ts"
export type { RegulationLanguage } from "./regulations/words.ts"
