export { compressRecord, decompressRecord } from "./compression.ts"
export { type MarcFile, openMarcFile } from "./openMarcFile.ts"
export { unpackByZlib } from "./unpack.ts"
