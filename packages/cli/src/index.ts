export { type ItemImport, importItems } from "./import/importItems.ts"
export { importMarc, type MarcImport } from "./import/importMarc.ts"
export { importReaders } from "./import/importReaders.ts"
export type { RowImport } from "./import/importRows.ts"
export type { ImportReport, Rejected } from "./import/report.ts"

export { type Progress, silent } from "./progress.ts"
