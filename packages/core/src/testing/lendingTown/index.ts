export { lendingTown, type TownOptions, type TownPlayed, type TownWait } from "./lendingTown.ts"
export { estimated, type Forecast, roughly, type Score, scoreOf } from "./score.ts"
