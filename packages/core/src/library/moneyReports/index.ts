export { moneyText } from "../../money/moneyText.ts"
export { type CashDeskReport, type CashMethod, type CashSession, cashDeskReport } from "./cashDeskReport.ts"
export { type DebtBand, type DebtsByAge, debtsByAge } from "./debtsByAge.ts"
export { forgivenBy } from "./forgivenBy.ts"
export {
  type Balance,
  type OwedInMonth,
  type Settlement,
  settlementBetweenLibraries
} from "./settlementBetweenLibraries.ts"
export { type Sum, type SumBy, type Sums, type SumsAsked, sumsOf } from "./sumsOf.ts"
