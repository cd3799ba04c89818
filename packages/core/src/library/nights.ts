export { type AutoRenewals, autoRenewals, type NotRenewed } from "./autoRenewals.ts"
export { type Night, type NightJob, night } from "./night.ts"
export { type NightlyAccrual, nightlyAccrual } from "./nightlyAccrual.ts"
export { type NightlyClose, nightlyClose } from "./nightlyClose.ts"
