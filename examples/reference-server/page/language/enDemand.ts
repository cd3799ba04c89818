import type { DemandTexts } from "./demandTexts.ts"

export const enDemand: DemandTexts = {
  mode: "In demand",
  unfillable: "Waiting in vain",
  unfillableHelp: "As things are, no copy will come for these readers. Below each title: what would help.",
  nothingUnfillable: "Nobody waits in vain.",
  wouldFill: {
    buy: "Buy a copy: there is none that could come back.",
    recall: "Ask for it back: every copy is out and long overdue.",
    pickUpElsewhere: "Ask them to pick it up at another branch: our copies may be fetched there.",
    changeRules: "Mend the opening days or the rules: by these no copy can be kept for anybody.",
    lendFromElsewhere: "Get a copy from elsewhere: those we have are not for these readers."
  },
  because: {
    ItemNotReservable: "our copies may not be reserved",
    NotForReadersOf: "our copies are kept for readers of their own branch",
    NewCopyStaysHome: "our copies are new and stay at home for now",
    NotLentToReadersOf: "our copies are not lent to readers of their library",
    PickupNotAllowed: "our copies may not be picked up there",
    BranchUnknown: "the branch to pick it up at is closed for good",
    CardNotValidAt: "their cards are not valid at the branch to pick it up at",
    CalendarHasNoOpenDay: "the branch to pick it up at has no open day",
    OutsideDueSchedule: "the rules name no day until which a copy would be kept there",
    DueDatePassed: "the rules would keep a copy there until a day that is over",
    PolicySettingMissing: "the rules do not say how long a copy is kept there"
  },
  waitInVain: (count) => (count === 1 ? "1 reader waits" : `${count} readers wait`),
  askedElsewhere: (count) => `${count} asked for from another system`,
  since: (day) => `the first since ${day}`,
  pickup: (branches) => `to be picked up at ${branches}`,
  ratios: "Readers waiting for each copy",
  ratiosHelp: "The title with the most readers for each copy comes first.",
  nobody: "Nobody waits for anything.",
  title: "Title",
  waiting: "Readers waiting",
  copies: "Copies",
  perCopy: "For each copy",
  noCopy: "no copy",
  show: "Show more",
  back: "Back to what is in demand",
  shown: (shown, all) => (shown === all ? `All ${all} are shown.` : `The first ${shown} of ${all} are shown.`)
}
