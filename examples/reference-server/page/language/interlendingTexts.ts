import type { InterloanState } from "../api/model.ts"

/** What the page says of loans from other library systems and to them. */
export interface InterlendingTexts {
  readonly mode: string
  readonly borrowed: string
  readonly borrowedHelp: string
  readonly nothingBorrowed: string
  readonly lent: string
  readonly lentHelp: string
  readonly nothingLent: string
  readonly borrowing: Readonly<Record<InterloanState, string>>
  readonly lending: Readonly<Record<InterloanState, string>>
  readonly from: (partner: string) => string
  readonly to: (partner: string) => string
  readonly since: (day: string) => string
  readonly backBy: (day: string) => string
  readonly late: string
  readonly unwanted: string
  readonly noAccount: string
  readonly request: string
  readonly requestOne: (title: string) => string
  readonly partner: string
  readonly title: string
  readonly titleMissing: string
  readonly requestNow: string
  readonly requested: (title: string, partner: string) => string
  readonly notRequested: (title: string) => string
  readonly cancel: string
  readonly cancelOne: (title: string) => string
  readonly cancelled: (title: string) => string
  readonly notCancelled: (title: string) => string
  readonly take: string
  readonly takeOne: (title: string) => string
  readonly barcode: string
  readonly barcodeHelp: string
  readonly barcodeMissing: string
  readonly type: string
  readonly takeNow: string
  readonly taken: (title: string) => string
  readonly takenFor: (title: string, branch: string) => string
  readonly notTaken: (title: string) => string
  readonly sendBack: string
  readonly sendBackOne: (title: string) => string
  readonly sentBack: (title: string) => string
  readonly notSentBack: (title: string) => string
  readonly close: string
  readonly closeOne: (title: string) => string
  readonly closed: (title: string) => string
  readonly notClosed: (title: string) => string
  readonly lend: string
  readonly lendOne: (title: string) => string
  readonly copy: string
  readonly copyHelp: string
  readonly lendNow: string
  readonly lentOut: (title: string, partner: string, day: string) => string
  readonly notLent: (title: string) => string
  readonly decline: string
  readonly declineOne: (title: string) => string
  readonly why: string
  readonly declineNow: string
  readonly declined: (title: string) => string
  readonly notDeclined: (title: string) => string
  readonly finish: string
  readonly finishOne: (title: string) => string
  readonly finishLost: string
  readonly finishLostOne: (title: string) => string
  readonly finished: (title: string) => string
  readonly finishedLost: (title: string) => string
  readonly notFinished: (title: string) => string
}
