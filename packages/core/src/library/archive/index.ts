export {
  type IncidentLine,
  incidentRegister,
  type RegisterRange,
  type RegisterSum,
  registerLine,
  registerSums
} from "./incidentRegister.ts"
export { type ItemArchive, itemArchive } from "./itemArchive.ts"
