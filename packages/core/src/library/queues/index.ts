export { type LearnedWaits, learnWaits } from "./learnWaits.ts"
export { type QueuePlace, type TitleQueue, titleQueue } from "./titleQueue.ts"
export type { Wait } from "./waitFor.ts"
export { type WaitAsked, type WaitTold, waitOf } from "./waitOf.ts"
