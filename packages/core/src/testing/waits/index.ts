export { type LedgerLoan, loansOfDays, loansOfMinutes, queuesBehind, ratesOfLedger } from "./ledger.ts"
export { estimated, type Forecast, type HeldBack, inWholeDays, roughly, type Score, scoreOf } from "./score.ts"
export { lendingTown, type TownOptions, type TownPlayed, type TownWait } from "./town/lendingTown.ts"
