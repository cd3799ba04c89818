export { type Written, writeIso2709 } from "./iso2709/write.ts"
export { type EmbeddedItem, type ItemMapping, itemFields, itemMappings } from "./itemFields.ts"
export { kindOf, type RecordKind } from "./kind.ts"
export { decodeMarc8, type Marc8Text } from "./marc8/decode.ts"
export type { Unpack } from "./reading/gunzip.ts"
export { defaultLimits, type Limits } from "./reading/limits.ts"
export type {
  Position,
  ReadRecord,
  ReadResult,
  RejectedRecord,
  Rejection,
  RejectionCode,
  Repair,
  RepairCode,
  Syntax
} from "./reading/result.ts"
export { type ReadRecordsOptions, readRecords } from "./readRecords.ts"
export {
  type ControlField,
  controlValue,
  type DataField,
  type Dialect,
  dataFields,
  type Field,
  isDataField,
  type MarcRecord,
  type Subfield,
  subfieldValue,
  subfieldValues
} from "./record.ts"
export { compressRecord, decompressRecord, NotACompressedRecord } from "./stored/compression.ts"
export type { Encoding } from "./text/encoding.ts"
export type {
  Classification,
  LinkedWording,
  StandardNumber,
  TitleCarrier,
  TitleDescription,
  TitleFormat,
  Wording
} from "./title/model.ts"
export { isbnFrom, issnFrom } from "./title/standardNumber.ts"
export { titleFrom } from "./title/titleFrom.ts"
