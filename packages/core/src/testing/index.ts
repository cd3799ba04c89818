export type { ContractCase } from "./contract/contractCase.ts"
export * from "./rows.ts"
export { storageContract } from "./storageContract.ts"
