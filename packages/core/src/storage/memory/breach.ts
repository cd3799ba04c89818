/** Which kind of rule a row, decision or request broke. */
export type BreachKind =
  | "column"
  | "key"
  | "unique"
  | "reference"
  | "check"
  | "missing"
  | "decision"
  | "limit"
  | "write"

/** What an SQL database would refuse as well. Becomes the cause of a `StorageFault`; nothing was written. */
export class Breach extends Error {
  override readonly name = "Breach"
  readonly kind: BreachKind
  constructor(kind: BreachKind, message: string) {
    super(message)
    this.kind = kind
  }
}
