export type { ContractCase } from "./contract/contractCase.ts"
export { type FaultPlan, type FaultyCall, faulty, layerFaulty } from "./faulty.ts"
export * from "./rows.ts"
export { storageContract } from "./storageContract.ts"
