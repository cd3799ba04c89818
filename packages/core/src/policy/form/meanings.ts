import type { CriterionName } from "./criteria.ts"
import type { LimitSetting } from "./limitSettingNames.ts"
import type { settings } from "./settings.ts"

/** What each criterion of a row looks at, in a sentence. */
export const criterionMeanings: Readonly<Record<CriterionName, string>> = {
  readerCategory: "The reader's category, or one above it.",
  itemType: "The item's type, or one above it.",
  branch: "The branch whose rules apply.",
  branchGroup: "A group of branches that has the branch in it.",
  library: "The library that the branch belongs to.",
  collection: "The item's collection.",
  location: "The item's shelving location.",
  format: "The form of the work.",
  language: "The language of the work.",
  readerAge: "The reader's age in years.",
  itemAgeDays: "Days since the item was added.",
  waiting: "Reservations waiting for the title.",
  isRenewal: "Whether a loan is being renewed.",
  recalled: "Whether the loan was asked for before it was due.",
  onSite: "Whether the item stays in the building.",
  readerHome: "Whether the branch is the reader's home branch, or another one.",
  readerNear: "Whether the branch is the reader's home branch, or another one of the same library."
}

/** What each setting says, in a sentence. */
export const settingMeanings: Readonly<Record<keyof typeof settings, string>> = {
  lendable: "Whether the item may be lent.",
  lendableWhenWaiting:
    "Whether a copy on the shelf is lent to whoever does not wait for it, though others wait for all that stand there. Not set: it is.",
  loanPeriod: "How long a loan lasts.",
  renewalPeriod: "How long a renewal lasts.",
  dueTime: "At what time of its last day a loan of days falls due.",
  closedDays: "What happens to a due date on a closed day or outside opening hours.",
  dueSchedule: "Days by which loans are due, by the day on which they start.",
  dueScheduleUse: "Whether a loan is due on the schedule's day exactly, at the latest or at the earliest.",
  openingOffsetMinutes: "How long after opening what was moved to it is due.",
  renewalCountMax: "How often a loan may be renewed.",
  renewFrom: "Whether a renewal counts from its own instant, from the due date, or from the later of both.",
  renewalWhenWaiting:
    "Whether a loan may be renewed while others wait: always, never, or while other copies are free for them.",
  renewable: "Whether the loan may be renewed at all.",
  unseenRenewalCountMax: "How often in a row a loan may be renewed while nobody has the item in hand.",
  renewNotBefore: "How long before its due date a loan may be renewed at the earliest.",
  renewNotBeforeTime:
    "Whether that first day counts from its start, or from the time of day at which the loan falls due.",
  renewNotAfterOverdue: "How long after its due date a loan may still be renewed.",
  renewNotAfterLent: "How long after lending a loan may be renewed; from the start of that last day on it may not.",
  renewNotAfterDate: "The day from which on the loan may not be renewed.",
  loanLengthMax: "How long a loan with all its renewals may last.",
  renewalKeepsDueDate: "Whether a renewal that would move the due date back keeps it instead, and counts.",
  renewalDespiteDebt: "Whose renewals the reader's debts do not stop.",
  renewalDespiteExpiry: "Whose renewals the end of the reader's membership does not stop.",
  autoRenew: "Whether the library renews the loan without being asked.",
  autoRenewBefore: "How many days before the due date the library renews a loan by itself.",
  autoRenewalPeriod: "How long an automatic renewal lasts.",
  highDemand: "From how many waiting reservations, or how many more than copies, loans of the title are shorter.",
  highDemandPeriod: "How long a loan lasts while many wait.",
  highDemandPeriodMin: "The least that a loan lasts, however many wait.",
  rentalCharge: "What borrowing costs: once, or for each day or hour until it is due.",
  rentalOnClosedDays: "Whether borrowing costs something on closed days too.",
  rentalAtRenewal: "Whether a renewal costs what borrowing for the same time would cost.",
  deposit: "What is left as a security for the time of the loan, and given back after it.",
  reservationFee: "What a reservation costs.",
  reservationFeeWhen:
    "Whether a reservation costs that as it is placed, only then if no copy is free, or as the copy is lent. Not set: as it is placed.",
  membershipFee: "What a membership costs, as it begins and at each renewal.",
  cardFee: "What a reader's first card costs.",
  lostCardFee: "What a new card costs in place of a lost one.",
  costConsent: "Whether what lending or reserving costs must have been agreed to before.",
  onSiteSwitch: "Whether a reader may take home what the same reader uses in the building, without returning it first.",
  loansPerDayMax: "How many loans of a reader may begin on one day of the branch.",
  overdueAtRenewal: "Whether a renewal of what is overdue costs what returning it would cost.",
  creditMax: "How much credit a reader may have by paying more than is owed; where it is not set, none.",
  cashDeskFor: "Which methods of payment need an open cash desk; where it is not set, none.",
  smallBalanceForgiven: "Up to how much is forgiven a reader who has nothing on loan; where it is not set, nothing.",
  reshelvingHours: "How long after a return a copy may not be on its shelf yet.",
  overdueRate:
    "What being late costs for each unit of time, or for several together; or tiers by how many units late it is. Months are 31 days, years 365.",
  overdueGrace: "How late a return may be without a charge.",
  overdueGraceIncluded: "Whether the grace is charged too once it has run out.",
  overdueGraceOnClosedDays:
    "Whether closed days use the grace up, or only opening hours do. Not set: what is charged uses it up.",
  overdueCap: "The most that one loan's lateness may cost.",
  overdueCapOfPrice: "The most that it may cost in percent of the item's price, where that is known.",
  overdueOnClosedDays: "Whether closed days are charged, or of hours and minutes only those of opening hours.",
  overdueCapPerVisit:
    "The most that being late costs altogether for all that a reader settles at one visit; the rest is forgone.",
  overdueCapPerReader:
    "The most that being late costs a reader altogether, of all that is owed when it is settled; the rest is forgone.",
  reminders: "After how many days overdue a loan is reminded of, once for each, and what that costs.",
  reminderOnClosedDays: "Whether closed days count on the way to a reminder; where it is not set, they do.",
  renewableAfterReminder: "Whether a loan may be renewed that was reminded of; where it is not set, it may.",
  overdueAccrues: "Whether being late is charged night by night while the item is out, or only once it is back.",
  overdueAmnesties:
    "Days on which late items come back free of charge. What is returned later is charged for the whole time, or for all but those days.",
  suspension: "For how many days a late return stops its reader, for each unit of time late.",
  suspensionDaysMax: "The most days that one late return stops its reader for.",
  suspensionOnClosedDays: "Whether closed days count as days of the suspension. Not set: they do.",
  suspensionCumulative:
    "Whether a suspension begins when one ends that still runs. Not set: both run at once, and the longer one decides.",
  suspensionBlocks: "What a suspension blocks. Not set: borrowing, renewing and reserving.",
  recallable: "Whether a loan may be asked for before it is due. Not set: it may.",
  recallMinimum: "How long a loan lasts at least, though it is recalled.",
  recallReturnWithin: "How long after a recall the item is due, if what is guaranteed is over before.",
  recallExtends: "Whether a recall may give a later due date than the loan has.",
  recallOverdueWithin: "How long after a recall an overdue loan is due; or it keeps its date. Not set: it keeps it.",
  recallCancelled: "Whether a loan has its old due date again once the recall is cancelled. Not set: it has.",
  recallFee: "What each loan costs besides that is recalled as a reservation is placed.",
  renewableWhenRecalled: "Whether a recalled loan may be renewed.",
  reservationCountMax: "How many live reservations a reader may have.",
  reservationsPerTitleMax: "How many of those for one title, of each volume where it has volumes. Not set: 1.",
  reservationsPerDayMax: "How many reservations a reader may place in a day.",
  recallsPerReaderMax: "How many live reservations of a reader may recall a loan.",
  reservationsPerCopyMax: "How many may wait for a title for each of its copies.",
  bookable: "Whether the item may be booked for days ahead. Not set: no.",
  bookingLeadDays: "How many days before a booking nobody else may have the item. Not set: none.",
  bookingTrailDays: "How many days after a booking nobody else may have the item. Not set: none.",
  bookingDaysMax: "How many days a booking may last, the first and the last one counted. Not set: any number.",
  bookingCountMax: "How many bookings that are not over a reader may have. Not set: any number.",
  bookedAheadDaysMax: "How many days ahead the first day of a booking may be. Not set: any number.",
  reservable: "Whether the item or its title may be reserved.",
  reservableOnShelf: "Whether a title may be reserved while a copy stands on the shelf.",
  reservableBy:
    "Whose readers may reserve a copy: anyone's, those of its home branch, of its library, or of a group of branches that it is in. Not set: anyone's.",
  reservableInRepair: "Whether a copy in repair may be reserved. Not set: it may.",
  reservableByBorrower: "Whether somebody who has a copy on loan may reserve another. Not set: no.",
  reservationKinds:
    "Which kinds there are: to fetch a copy that stands on a shelf (page), to wait for one, to recall one that is on loan. Not set: all.",
  reservationsJoined:
    "How a reader's reservations may be joined: one of several titles is enough (anyOf), or their copies are kept until all are there (together); what is joined stays so. Not set: not at all.",
  togetherDays:
    "How many open days a copy is kept on the pickup shelf while others of its set are not there; then it is to be fetched by itself. Not set: as any copy.",
  reservationDays:
    "How long a reservation waits for a copy, to the end of its last day at the pickup branch; not set, or unlimited: until it is cancelled.",
  reservableWithoutEnd:
    "Whether a reservation may wait until it is cancelled; or its last day must be named. Not set: it may.",
  floating:
    "Whether a copy stays where it is returned: anywhere, or at branches of its library, or of a group that its home is in. Not set: no.",
  repairBranch: "The branch that copies are sent to for repair. Not set: they stay where they are.",
  processingBranch: "The branch where copies are made ready for the shelf. Not set: they stay where they are.",
  withdrawnBranch:
    "The branch where staff are told to send withdrawn copies that turn up. Not set: they stay where they are.",
  returnOfWithdrawn: "Whether a withdrawn copy that turns up is scanned in, and told where it goes. Not set: it is.",
  queueRank: "Where in a queue a reservation waits: all of a smaller rank before any of a greater. Not set: 1000.",
  localFirst:
    "Whether a reservation gets a copy before all others if it is picked up at the copy's home branch or where the copy stands, or if its reader belongs there; or, among those of one rank, if it is the nearest: cheapest to reach from there by `transfers`. Not set: no.",
  waitedFirstDays:
    "After more than how many days of waiting a reservation gets a copy before all that waited less, whatever their rank and however near. Not set: never.",
  pickupDays: "How many open days a reserved copy waits on the pickup shelf.",
  pickupPeriod: "How long it waits there instead, in time that passes.",
  pickupClosedDays: "What happens if `pickupPeriod` ends on a day that is closed. Not set: it is kept.",
  longOverdueDays:
    "After how many days overdue a copy counts as one that will not come back by itself, in the list of what nothing fills; by the copy's home branch. Not set: 28.",
  newCopiesAtHomeDays:
    "For how many days from the day it was added a copy is set aside only for who fetches it at its home branch. Not set: none.",
  pickupReminderDays:
    "How many open days before the last one on the pickup shelf its reader is reminded. Not set: no reminder.",
  pickupAllowed: "Whether copies may be picked up at the branch. Not set: they may.",
  pickupBranches:
    "At which branches a copy may be picked up: at any, at its home, where it stands, at those of its library, or of a group of branches that its home is in. Not set: at any.",
  lendableTo:
    "Whose readers a copy is lent to: anyone's, those of its home branch, of its library, or of a group of branches that it is in. Not set: anyone's.",
  borrowingBranches:
    "Where a reader may borrow: at any branch, at the home branch, at those of its library, or of a group of branches that it is in. Not set: at any.",
  waitingBranches:
    "Whose reservations stand in the way of a renewal or of lending a copy from the shelf: all, or those picked up at its home branch, at branches of its library, or of a group that it is in. Not set: all.",
  betweenLibrariesFee:
    "What a loan costs whose item belongs to another library than its reader or the desk. Not set: nothing.",
  betweenLibrariesPaidBy:
    "Who pays `betweenLibrariesFee`: the reader, or a library; the item's library pays the reader's, any other pays the item's. Not set: the reader.",
  debtMax: "The most a reader may owe and still borrow.",
  dueCutAtExpiry:
    "Whether a due date is cut to the end of the membership, or to the last time before it that the rule allows.",
  membershipMonths: "How long a membership lasts.",
  loansOutMax: "How many open loans a reader may have before actions are blocked.",
  loansOutBlocks: "What `loansOutMax` blocks.",
  overdueLoansMax: "How many overdue loans a reader may have.",
  overdueLoansBlocks: "What `overdueLoansMax` blocks.",
  awaitedOverdueMax: "How many overdue loans a reader may have of titles that others wait for.",
  awaitedOverdueBlocks: "What `awaitedOverdueMax` blocks.",
  lostItemsMax: "How many loans a reader may have that are overdue for so long that they count as lost.",
  lostItemsBlocks: "What `lostItemsMax` blocks.",
  overdueDaysMax: "How many whole days a loan may be overdue.",
  overdueDaysBlocks: "What `overdueDaysMax` blocks.",
  awaitedOverdueDaysMax: "How many whole days a loan may be overdue whose title others wait for.",
  awaitedOverdueDaysBlocks: "What `awaitedOverdueDaysMax` blocks.",
  recalledOverdueMax: "How many overdue loans a reader may have that were recalled.",
  recalledOverdueBlocks: "What `recalledOverdueMax` blocks.",
  recalledOverdueDaysMax: "How many whole days a recalled loan may be overdue.",
  recalledOverdueDaysBlocks: "What `recalledOverdueDaysMax` blocks.",
  compensationDebtMax: "The most that a reader may owe of compensation for losses and damage.",
  compensationDebtBlocks: "What unpaid compensation above `compensationDebtMax` blocks.",
  guarantorDebtMax: "The most that a reader's guarantor may owe.",
  guarantorDebtBlocks: "What debts of a guarantor above `guarantorDebtMax` block for the reader.",
  guaranteesDebtMax: "The most that those may owe together for whom a reader is guarantor.",
  guaranteesDebtBlocks: "What their debts above `guaranteesDebtMax` block for the guarantor.",
  blocksWhen: "Conditions of the library's own: where all parts of one hold for a reader, it blocks what it names.",
  appealWithinDays: "How many days after it was raised a charge may be disputed; at any time where it is not set.",
  appealDecisionDays: "Within how many days an appeal is to be decided.",
  appealBlocks:
    "Whether what is owed of a disputed charge counts as a debt until it is decided; it does where it is not set.",
  waiverMax:
    "How much may be waived and written off for a reader within `waiverPeriodDays` without the approval of who has the right to give it.",
  waiverPeriodDays: "Over how many days `waiverMax` adds up what was forgiven; 365 where it is not set.",
  lostAfterDays: "After how many days overdue a loan counts as lost.",
  lostAfter: "How long after its due date a loan counts as lost by itself; where it is not set, `lostAfterDays`.",
  borneBy:
    "Who bears what goes missing or is damaged without a loan, by where that was noticed; else the library does.",
  lostAfterReminders:
    "After how many recorded reminders a loan counts as lost, from the day of that reminder, if not before by `lostAfter`.",
  billAgedAfter: "How long after a loan was counted as lost its loss is charged; at once where it is not set.",
  billDeclaredAfter: "How long after a loss was declared it is charged; at once where it is not set.",
  lossCost:
    "Whether what a loss costs is reckoned by `compensation`, entered by staff once it is known, or entered where it cannot be reckoned.",
  lostPaidEnds: "Whether the loan of a lost item ends once all that its loss costs is settled.",
  returnOfLost: "Whether a lost item may be returned like any other.",
  debtBlocks: "What debts above `debtMax` block.",
  expiryBlocks: "What an expired membership blocks.",
  readerAgeMin: "How old a reader must be to borrow or reserve it.",
  onSiteOnly: "Whether the item is lent for use in the building alone.",
  returnBranches: "Where it may be returned: anywhere, at its home branch, or at the branch that lent it.",
  titleLoansMax: "How many copies of one title a reader may have at once.",
  volumeSetLoansMax: "How many volumes of one work in several volumes a reader may have at once.",
  compensation: "Which of the policy's compensations says what its loss or damage costs."
}

/** What `loanCountMax.<name of the limit>` and `reservationCountMax.<name of the limit>` say. */
export const limitMeanings: Readonly<Record<LimitSetting, string>> = {
  loanCountMax: "How many open loans the limit admits.",
  reservationCountMax:
    "How many live reservations the limit admits: one that names no copy and no type counts as of the kind of copy whose rules it was placed under."
}
