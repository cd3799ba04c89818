import type { AppealState, NextStep, RefusalCode } from "@openshelf/core"
import type { Instant, JoinKind, RefusalOf } from "../api/model.ts"
import type { BookingTexts } from "./bookingTexts.ts"
import type { CashTexts } from "./cashTexts.ts"
import type { DemandTexts } from "./demandTexts.ts"
import type { InspectTexts } from "./inspectTexts.ts"
import type { InterlendingTexts } from "./interlendingTexts.ts"
import type { ListTexts } from "./listTexts.ts"
import type { QueueTexts } from "./queueTexts.ts"
import type { ReserveTexts } from "./reserveTexts.ts"
import type { RulesTexts, WhyTexts } from "./ruleTexts.ts"
import type { SettingTexts } from "./settingTexts.ts"
import type { SlotTexts } from "./slotTexts.ts"

/** How instants, money and codes are said in the language of the page. */
export interface Say {
  readonly instant: (instant: Instant) => string
  readonly day: (instant: Instant) => string
  readonly money: (minor: number) => string
  readonly branch: (code: string) => string
  readonly category: (code: string) => string
  readonly cancellationReason: (code: string) => string
  readonly partner: (code: string) => string
  readonly itemType: (code: string) => string
}

/** A sentence for every refusal; a refusal that the core adds does not compile until it has one in each language. */
export type RefusalTexts = { readonly [C in RefusalCode]: (refusal: RefusalOf<C>, say: Say) => string }

/** Every text of the page. A language is one value of this; what is missing does not compile. */
/** Of somebody who comes for a reader. */
export interface ProxyTexts {
  readonly proxy: string
  readonly proxyCard: string
  readonly proxyHelp: string
}

export interface Texts {
  readonly language: { readonly name: string; readonly choose: string }
  readonly page: {
    readonly skip: string
    readonly signOut: string
    readonly loading: string
    readonly notices: string
    /** One after the other, each with its full stop. */
    readonly sentences: (parts: ReadonlyArray<string>) => string
  }
  readonly signIn: {
    readonly title: string
    readonly token: string
    readonly help: string
    readonly desk: string
    readonly deskHelp: string
    readonly enter: string
    readonly wrong: string
  }
  readonly desk: ProxyTexts & {
    readonly title: string
    readonly mode: string
    readonly checkOut: string
    readonly returns: string
    readonly card: string
    readonly cardHelp: string
    readonly barcode: string
    readonly barcodeHelp: string
    readonly returnHelp: string
    readonly show: string
    readonly lend: string
    readonly takeBack: string
    readonly done: string
    readonly cardFirst: string
    readonly readerUnknown: (card: string) => string
    readonly readerShown: (name: string) => string
    readonly results: string
    readonly noResults: string
    readonly nobody: string
    readonly lent: (title: string, due: string) => string
    readonly lentFilled: string
    readonly costs: (amount: string) => string
    readonly bookDrop: string
    readonly returned: (title: string) => string
    readonly scannedIn: (title: string) => string
    readonly notLent: (what: string) => string
    readonly notReturned: (what: string) => string
  }
  readonly inHand: {
    readonly mode: string
    readonly help: string
    /** What to do; `where`: the branch or the system that it goes to. */
    readonly next: Readonly<Record<NextStep, (where: string) => string>>
    readonly type: string
    readonly belongs: string
    readonly callNumber: string
    readonly set: string
    readonly kept: string
    readonly waiting: string
    readonly parts: string
  }
  readonly notes: {
    readonly title: string
    readonly blocked: (kind: string, until: string | null) => string
    readonly text: string
    readonly add: string
    readonly added: string
    readonly notAdded: string
    readonly remove: string
    readonly removeOne: (text: string) => string
    readonly removed: string
    readonly notRemoved: string
  }
  readonly notice: {
    readonly alertTitle: string
    readonly partsTitle: string
    readonly parts: (count: number) => string
    readonly deposit: (amount: string) => string
    readonly depositTitle: string
    readonly setAside: (branch: string, until: string) => string
    readonly setAsideTitle: string
    readonly keptForSet: (branch: string, until: string, here: number, of: number) => string
    readonly sendTo: (branch: string) => string
    readonly sendToReserved: (branch: string) => string
    readonly slip: string
    readonly sendToTitle: (branch: string) => string
    readonly sendBack: (partner: string) => string
    readonly sendBackTitle: (partner: string) => string
    readonly keepTitle: string
    /** What stays, but not on its shelf. */
    readonly keep: Readonly<Record<"bookedHere" | "repairHere" | "processingHere" | "withdrawnHere", string>>
    readonly shelve: string
    /** How many of the queue, and whether one of them gets the copy. */
    readonly lookedAt: (count: number, isForOne: boolean) => string
    readonly charge: (amount: string) => string
    readonly chargeTitle: string
  }
  readonly failure: {
    readonly refused: string
    readonly invalid: string
    readonly unknown: string
    readonly unreachable: string
    readonly again: string
    readonly failed: (status: number, title: string) => string
    readonly agreed: (amount: string) => string
    readonly requestId: (id: string) => string
    readonly otherCode: (code: string) => string
  }
  readonly override: {
    readonly may: string
    readonly partly: string
    readonly reason: string
    readonly go: string
    readonly why: (reason: string) => string
  }
  readonly reader: {
    readonly category: string
    readonly home: string
    readonly until: string
    readonly noEnd: string
    readonly expired: string
    readonly owes: string
    readonly card: string
    readonly hello: (name: string) => string
  }
  readonly loans: {
    readonly title: string
    readonly mine: string
    readonly none: string
    readonly due: string
    readonly late: string
    readonly recalled: string
    readonly renewals: (count: number) => string
    readonly renew: string
    readonly renewOne: (title: string) => string
    readonly renewAll: string
    readonly renewed: (title: string, due: string) => string
    readonly notRenewed: (title: string) => string
    readonly allRenewed: (done: number, left: number) => string
  }
  readonly reservations: {
    readonly title: string
    readonly mine: string
    readonly none: string
    readonly waiting: (ahead: number) => string
    readonly setAside: (branch: string, until: string) => string
    readonly pickupAt: (branch: string) => string
    readonly waitsUntil: (until: string) => string
    readonly cancel: string
    readonly cancelOne: (title: string) => string
    readonly joined: Readonly<Record<JoinKind, (others: ReadonlyArray<string>) => string>>
    /** A copy is kept for the rest of its set. */
    readonly ofSet: (here: number, of: number) => string
    readonly join: {
      readonly open: string
      readonly which: string
      readonly how: string
      readonly as: Readonly<Record<JoinKind, string>>
      readonly means: Readonly<Record<JoinKind, string>>
      readonly now: string
      readonly joined: (titles: ReadonlyArray<string>) => string
      readonly notJoined: string
      readonly part: string
      readonly partOne: (title: string) => string
      readonly parted: (title: string) => string
      readonly notParted: (title: string) => string
    }
    readonly cancelWhy: string
    readonly cancelNow: string
    readonly cancelled: (title: string) => string
    readonly notCancelled: (title: string) => string
    readonly find: string
    readonly search: string
    readonly searchHelp: string
    readonly found: (count: number) => string
    readonly reserve: string
    readonly reserveOne: (title: string) => string
    readonly reserved: (title: string, ahead: number) => string
    readonly notReserved: (title: string) => string
  }
  readonly account: {
    readonly title: string
    readonly mine: string
    readonly nothingOwed: string
    readonly owed: (amount: string) => string
    /** What settles everything, where a cap holds. */
    readonly settles: (amount: string) => string
    readonly kind: (kind: string) => string
    readonly raised: (day: string) => string
    readonly of: (amount: string) => string
    readonly amount: string
    readonly method: string
    readonly methods: { readonly cash: string; readonly card: string; readonly transfer: string }
    readonly chooseHelp: string
    readonly pay: string
    readonly paid: (amount: string, left: string) => string
    readonly notPaid: string
    readonly amountWrong: (example: string) => string
    readonly waive: string
    readonly waiveOne: (amount: string) => string
    readonly waiveReason: string
    readonly waived: (amount: string) => string
    readonly notWaived: string
    readonly dispute: string
    readonly disputeOne: (amount: string) => string
    readonly disputeReason: string
    readonly disputeSend: string
    readonly disputed: string
    readonly notDisputed: string
    readonly appeals: string
    readonly appealStates: Readonly<Record<AppealState, string>>
    readonly disputedOn: (day: string) => string
    readonly decideUntil: (day: string) => string
    readonly decidedOn: (day: string) => string
    readonly decide: string
    readonly saidOf: (reason: string) => string
    readonly evidenceOf: (evidence: string) => string
    readonly held: (amount: string) => string
    readonly outcome: string
    readonly outcomes: { readonly confirmed: string; readonly reduced: string; readonly reversed: string }
    readonly comesTo: string
    readonly decisionReason: string
    readonly decideSend: string
    readonly notDecided: string
    readonly papers: string
    readonly bill: string
    readonly receipt: (amount: string, day: string) => string
  }
  readonly queue: QueueTexts
  readonly lists: ListTexts
  readonly bookings: BookingTexts
  readonly slots: SlotTexts
  readonly interlending: InterlendingTexts
  readonly reserve: ReserveTexts
  readonly demand: DemandTexts
  readonly cash: CashTexts
  readonly inspect: InspectTexts
  readonly why: WhyTexts
  readonly rules: RulesTexts
  readonly settings: SettingTexts
  readonly refusals: RefusalTexts
}
