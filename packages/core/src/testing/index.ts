export {
  type DeskAct,
  type DeskDeed,
  deskAct,
  deskActs,
  type Giver,
  townBranches,
  townItems,
  townReaders
} from "./arbitraries/deskAct.ts"
export { commandsAtOnce } from "./commandsAtOnce.ts"
export type { ContractCase } from "./contract/contractCase.ts"
export { type FaultPlan, type FaultyCall, faulty, layerFaulty } from "./faulty.ts"
export { interloansAsInMemory } from "./interlending/interloansAsInMemory.ts"
export { countedIds } from "./play/countedIds.ts"
export { playBesideModel, playTown } from "./play/playTown.ts"
export { townCalendar, townOpensAt, townPolicy } from "./play/smallTown.ts"
export type { Played, PlayedAnswer } from "./play/townPlay.ts"
export { queuesAsInMemory } from "./queues/queuesAsInMemory.ts"
export * from "./rows.ts"
export { type PlayOptions, sameAsMemory } from "./sameAsMemory.ts"
export { storageContract } from "./storageContract.ts"
export * from "./waits/index.ts"
