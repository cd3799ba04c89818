export {
  type IncidentLine,
  incidentRegister,
  type RegisterRange,
  type RegisterSum,
  registerSums
} from "./incidentRegister.ts"
export { type ItemArchive, itemArchive } from "./itemArchive.ts"
