/** What the page says of a cash desk. */
export interface CashTexts {
  readonly mode: string
  readonly desk: (name: string) => string
  readonly nameless: string
  readonly badName: (name: string) => string
  readonly help: string
  readonly closed: string
  readonly openSince: (when: string) => string
  readonly float: string
  readonly open: string
  readonly opened: string
  readonly notOpened: string
  readonly expected: string
  readonly method: string
  readonly shouldBe: string
  readonly counted: (method: string) => string
  readonly difference: string
  readonly close: string
  readonly closedWith: (difference: string) => string
  readonly closedExactly: string
  readonly notClosed: string
  readonly move: string
  readonly amount: string
  readonly reason: string
  readonly putIn: string
  readonly takeOut: string
  readonly moved: (expected: string) => string
  readonly notMoved: string
  readonly amountWrong: (example: string) => string
}
