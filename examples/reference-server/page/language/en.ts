import { enInspect } from "./enInspect.ts"
import { enRefusals } from "./enRefusals.ts"
import { enRules, enWhy } from "./enRules.ts"
import { enSettings } from "./enSettings.ts"
import type { Texts } from "./texts.ts"

export const en: Texts = {
  language: { name: "English", choose: "Language" },
  page: {
    skip: "Skip to the main part",
    signOut: "Sign out",
    loading: "One moment …",
    notices: "What to do with this item"
  },
  signIn: {
    title: "Sign in",
    token: "Access token",
    help: "Staff get theirs from a manager, readers from the library.",
    desk: "This desk",
    deskHelp: "A short name of this desk in Latin letters and digits. May be left empty.",
    enter: "Sign in",
    wrong: "This token is not known, or no longer holds."
  },
  desk: {
    title: "Circulation desk",
    mode: "What to do",
    checkOut: "Check out",
    returns: "Return",
    card: "Reader's card",
    cardHelp: "Scan the card, or type its number and press Enter.",
    barcode: "Item barcode",
    barcodeHelp: "Each scan lends an item. Press Enter in the empty field to finish with this reader.",
    returnHelp: "Each scan takes an item back.",
    show: "Show",
    lend: "Lend",
    takeBack: "Take back",
    done: "Next reader",
    cardFirst: "Scan the reader's card first.",
    readerUnknown: (card) => `No reader has the card ${card}.`,
    readerShown: (name) => `Reader: ${name}`,
    results: "Just now",
    noResults: "Nothing yet.",
    nobody: "The reader appears here once the card is scanned.",
    lent: (title, due) => `${title}: lent, due ${due}`,
    lentFilled: "This fills the reader's reservation.",
    costs: (amount) => `It costs ${amount}.`,
    bookDrop: "From the book drop: counts as returned when the library last closed",
    returned: (title) => `${title}: returned`,
    scannedIn: (title) => `${title}: was not on loan; scanned in`,
    notLent: (what) => `Not lent: ${what}`,
    notReturned: (what) => `Not taken back: ${what}`
  },
  inHand: {
    mode: "What is this?",
    help: "Each scan says what it is and where it goes. Nothing is lent or taken back.",
    next: {
      return: () => "Take it back",
      pickupShelf: () => "Pickup shelf",
      setAside: () => "Take it back: somebody waits for it",
      send: (branch) => `Send on → ${branch}`,
      shelve: () => "Back on its shelf",
      lookInto: () => "Ask a colleague: something is the matter with it"
    },
    type: "Kind",
    belongs: "Belongs to",
    callNumber: "Call number",
    kept: "Kept until",
    waiting: "Waiting for it",
    parts: "Parts"
  },
  notes: {
    title: "Notes",
    blocked: (kind, until) => (until === null ? `Blocked: ${kind}` : `Blocked until ${until}: ${kind}`),
    text: "New note for colleagues",
    add: "Add note",
    added: "Note added",
    notAdded: "Note not added",
    remove: "Remove",
    removeOne: (text) => `Remove the note: ${text}`,
    removed: "Note removed",
    notRemoved: "Note not removed"
  },
  notice: {
    alertTitle: "Note on this item",
    partsTitle: "Count the parts",
    parts: (count) => `There must be ${count} parts.`,
    deposit: (amount) => `Hand back the deposit of ${amount}.`,
    depositTitle: "Deposit",
    setAside: (branch, until) => `For a reservation, to be picked up at ${branch} until ${until}.`,
    setAsideTitle: "Set aside",
    sendTo: (branch) => `This item belongs to ${branch}.`,
    sendToTitle: "Send on",
    charge: (amount) => `${amount} was charged for being late.`,
    chargeTitle: "Charge"
  },
  failure: {
    refused: "Refused",
    invalid: "What was entered cannot be used",
    unknown: "There is no such thing.",
    unreachable: "The server cannot be reached. It is safe to try again: nothing is done twice.",
    again: "Try again",
    failed: (status, title) => `The server failed (${status}: ${title}).`,
    requestId: (id) => `Tell support this number: ${id}`,
    otherCode: (code) => `The library's rules do not allow it (${code}).`
  },
  override: {
    may: "You may go on all the same, with a reason.",
    partly: "You have no permission to lift this.",
    reason: "Reason for the exception",
    go: "Go on all the same",
    why: (reason) => `Exception: ${reason}`
  },
  reader: {
    category: "Category",
    home: "Home branch",
    until: "Membership until",
    noEnd: "without end",
    expired: "expired",
    owes: "Owes",
    card: "Card",
    hello: (name) => `Hello, ${name}`
  },
  loans: {
    title: "Loans",
    mine: "My loans",
    none: "Nothing on loan.",
    due: "Due",
    late: "Overdue",
    renewals: (count) => (count === 1 ? "renewed once" : `renewed ${count} times`),
    renew: "Renew",
    renewOne: (title) => `Renew ${title}`,
    renewAll: "Renew all",
    renewed: (title, due) => `${title}: renewed, due ${due}`,
    notRenewed: (title) => `Not renewed: ${title}`,
    allRenewed: (done, left) => (left === 0 ? `Renewed: ${done}` : `Renewed: ${done}; not renewed: ${left}`)
  },
  reservations: {
    title: "Reservations",
    mine: "My reservations",
    none: "No reservations.",
    waiting: (ahead) => (ahead === 0 ? "next in the queue" : `${ahead} ahead in the queue`),
    setAside: (branch, until) => `ready at ${branch} until ${until}`,
    waitsUntil: (until) => `waits until ${until}`,
    pickupAt: (branch) => `pick-up at ${branch}`,
    cancel: "Cancel",
    cancelOne: (title) => `Cancel the reservation of ${title}`,
    cancelled: (title) => `${title}: reservation cancelled`,
    notCancelled: (title) => `Not cancelled: ${title}`,
    find: "Reserve a title",
    search: "Search",
    searchHelp: "Words of the title or the author, or an ISBN.",
    found: (count) => (count === 1 ? "1 title found" : `${count} titles found`),
    pickupBranch: "Pick up at",
    reserve: "Reserve",
    reserveOne: (title) => `Reserve ${title}`,
    reserved: (title, ahead) => `${title}: reserved, ${ahead === 0 ? "next in the queue" : `${ahead} ahead`}`,
    notReserved: (title) => `Not reserved: ${title}`
  },
  account: {
    title: "Account",
    mine: "My account",
    nothingOwed: "Nothing is owed.",
    owed: (amount) => `Owed: ${amount}`,
    kind: (kind) => chargeKinds[kind] ?? kind,
    raised: (day) => `of ${day}`,
    of: (amount) => `of ${amount}`,
    amount: "Amount",
    method: "Paid by",
    methods: { cash: "Cash", card: "Bank card", transfer: "Transfer" },
    pay: "Take payment",
    paid: (amount, left) => `${amount} paid; still owed: ${left}`,
    notPaid: "Payment not taken",
    amountWrong: (example) => `An amount above zero, such as ${example}.`,
    waive: "Waive",
    waiveOne: (amount) => `Waive ${amount}`,
    waiveReason: "Reason for waiving",
    waived: (amount) => `${amount} waived`,
    notWaived: "Not waived"
  },
  inspect: enInspect,
  why: enWhy,
  rules: enRules,
  settings: enSettings,
  refusals: enRefusals
}

const chargeKinds: Readonly<Record<string, string>> = {
  overdue: "Overdue charge",
  rental: "Charge for the loan",
  deposit: "Deposit"
}
