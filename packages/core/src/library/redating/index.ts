export type { StandsBecause } from "../../decision/redating.ts"
export { readDraft } from "./readDraft.ts"
export { type RedateRun, redate } from "./redate.ts"
export type { Counts, Failure, Move, RedateReport, Stayed } from "./report.ts"
