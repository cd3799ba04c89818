export { compensationPresets } from "./compensation/index.ts"
export type { CompensationPreset } from "./compensation/preset.ts"
export { compensationSources } from "./compensation/sources.ts"
export { type ComposeConflict, composePolicy, type PolicyPart } from "./composePolicy.ts"
export { type EvergreenTables, importEvergreen } from "./imports/evergreen/importEvergreen.ts"
export {
  type FolioInput,
  type FolioLoanPolicy,
  type FolioRequestPolicy,
  importFolio
} from "./imports/folio/importFolio.ts"
export { type FolioRules, parseFolioRules } from "./imports/folio/parseFolioRules.ts"
export type { ImportedPolicy, ImportProblem, NotTakenOver } from "./imports/imported.ts"
export { importKoha, type KohaPreferences, type KohaRule } from "./imports/koha/importKoha.ts"
export { importRero, type ReroPolicies } from "./imports/rero/importRero.ts"
export type { OverduePreset } from "./overdue/overduePreset.ts"
export { overduePresets } from "./overdue/overduePresets.ts"
export { chinesePublicLibrary } from "./presets/chinesePublicLibrary.ts"
export { type PresetName, presetNames, presets } from "./presets/index.ts"
export { publicLibrary } from "./presets/publicLibrary.ts"
export { school } from "./presets/school.ts"
export { university } from "./presets/university.ts"
