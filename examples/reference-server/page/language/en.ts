import { enBookings } from "./enBookings.ts"
import { enCash } from "./enCash.ts"
import { enDemand } from "./enDemand.ts"
import { enInspect } from "./enInspect.ts"
import { enInterlending } from "./enInterlending.ts"
import { enLists } from "./enLists.ts"
import { enQueue } from "./enQueue.ts"
import { enRefusals } from "./enRefusals.ts"
import { enReserve } from "./enReserve.ts"
import { enRules, enWhy } from "./enRules.ts"
import { enSettings } from "./enSettings.ts"
import { enSlots } from "./enSlots.ts"
import type { Texts } from "./texts.ts"

export const en: Texts = {
  language: { name: "English", choose: "Language" },
  page: {
    skip: "Skip to the main part",
    signOut: "Sign out",
    loading: "One moment …",
    notices: "What to do with this item",
    sentences: (parts) => parts.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(" ")
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
    proxy: "Somebody else came for the reader",
    proxyCard: "Card of whoever came",
    proxyHelp: "Scan it; then scan the items. They are lent to the reader.",
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
      sendBack: (partner) => `Send back → ${partner}`,
      keepForBooking: () => "Keep it for who booked it",
      shelve: () => "Back on its shelf",
      discard: () => "Withdrawn: keep it out of the collection here",
      lookInto: () => "Ask a colleague: something is the matter with it"
    },
    type: "Kind",
    belongs: "Belongs to",
    callNumber: "Call number",
    set: "Set",
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
    keptForSet: (branch, until, here, of) =>
      `For a reservation, kept at ${branch} until ${until} at the latest: it waits for the rest, ${here} of ${of} ${here === 1 ? "is" : "are"} here.`,
    sendTo: (branch) => `This item goes to ${branch}.`,
    sendToReserved: (branch) => `This item goes to ${branch}: somebody fetches it there.`,
    slip: "Print the slip",
    sendToTitle: (branch) => `Send on → ${branch}`,
    sendBack: (partner) =>
      `This item belongs to ${partner}, and is kept for nobody here. Send it back there (Other systems).`,
    sendBackTitle: (partner) => `Send back → ${partner}`,
    keepTitle: "Keep it off the shelf",
    keep: {
      bookedHere: "Somebody has booked it, and fetches it here.",
      repairHere: "It needs repair.",
      processingHere: "It is to be made ready for the shelf.",
      withdrawnHere: "It was withdrawn from the collection."
    },
    shelve: "It goes on its shelf here.",
    lookedAt: (count, isForOne) =>
      isForOne
        ? `The first ${count} who wait were looked at until one could have it.`
        : `The first ${count} who wait were looked at; none of them may have it now.`,
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
    agreed: (amount) => `The reader agrees to pay ${amount}`,
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
    recalled: "Recalled: somebody needs it",
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
    joined: {
      anyOf: (others) => `one is enough: this or ${others.join(" or ")}`,
      together: (others) => `kept until it is there together with ${others.join(" and ")}`
    },
    ofSet: (here, of) => `waits for the rest: ${here} of ${of} ${here === 1 ? "is" : "are"} here`,
    join: {
      open: "Join reservations",
      which: "Which of them? Choose two or more.",
      how: "What are they to each other?",
      as: { anyOf: "One of them is enough", together: "They come together" },
      means: {
        anyOf: "Once a copy is kept for one of them, the others are passed over; when it is lent, they end.",
        together: "What comes first is kept until all are there. All are picked up at one branch."
      },
      now: "Join them",
      joined: (titles) => `Joined: ${titles.join(", ")}`,
      notJoined: "The reservations were not joined",
      part: "Part",
      partOne: (title) => `Part ${title} from the others`,
      parted: (title) => `${title}: stands by itself again`,
      notParted: (title) => `Not parted: ${title}`
    },
    cancelWhy: "Why is it cancelled?",
    cancelNow: "Cancel the reservation",
    cancelled: (title) => `${title}: reservation cancelled`,
    notCancelled: (title) => `Not cancelled: ${title}`,
    find: "Reserve a title",
    search: "Search",
    searchHelp: "Words of the title or the author, or an ISBN.",
    found: (count) => (count === 1 ? "1 title found" : `${count} titles found`),
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
    settles: (amount) => `${amount} settles everything if it is paid at once.`,
    kind: (kind) => chargeKinds[kind] ?? kind,
    raised: (day) => `of ${day}`,
    of: (amount) => `of ${amount}`,
    amount: "Amount",
    method: "Paid by",
    methods: { cash: "Cash", card: "Bank card", transfer: "Transfer" },
    chooseHelp: "Tick charges to pay those alone; otherwise the oldest are paid first.",
    pay: "Take payment",
    paid: (amount, left) => `${amount} paid; still owed: ${left}`,
    notPaid: "Payment not taken",
    amountWrong: (example) => `An amount above zero, such as ${example}.`,
    waive: "Waive",
    waiveOne: (amount) => `Waive ${amount}`,
    waiveReason: "Reason for waiving",
    waived: (amount) => `${amount} waived`,
    notWaived: "Not waived",
    dispute: "Dispute",
    disputeOne: (amount) => `Dispute ${amount}`,
    disputeReason: "Why is this charge wrong?",
    disputeSend: "Send",
    disputed: "Disputed: somebody who did not raise the charge decides.",
    notDisputed: "Not disputed",
    appeals: "Disputed charges",
    appealStates: {
      open: "Not decided yet",
      confirmed: "Decided: the charge stands",
      reduced: "Decided: the charge was reduced",
      reversed: "Decided: nothing has to be paid"
    },
    disputedOn: (day) => `disputed on ${day}`,
    decideUntil: (day) => `to be decided by ${day}`,
    decidedOn: (day) => `decided on ${day}`,
    decide: "Decide",
    saidOf: (reason) => `The reader says: ${reason}`,
    evidenceOf: (evidence) => `Evidence: ${evidence}`,
    held: (amount) => `${amount} of it is still owed`,
    outcome: "What becomes of the charge?",
    outcomes: { confirmed: "It stands", reduced: "It comes to less", reversed: "Nothing has to be paid" },
    comesTo: "What it comes to",
    decisionReason: "Reason for the decision",
    decideSend: "Decide for good",
    notDecided: "Not decided",
    papers: "To print",
    bill: "Bill",
    receipt: (amount, day) => `Receipt: ${amount}, ${day}`
  },
  queue: enQueue,
  lists: enLists,
  bookings: enBookings,
  slots: enSlots,
  interlending: enInterlending,
  reserve: enReserve,
  demand: enDemand,
  cash: enCash,
  inspect: enInspect,
  why: enWhy,
  rules: enRules,
  settings: enSettings,
  refusals: enRefusals
}

const chargeKinds: Readonly<Record<string, string>> = {
  overdue: "Overdue charge",
  rental: "Charge for the loan",
  deposit: "Deposit",
  reminder: "Reminder",
  loss: "Lost item",
  damage: "Damage",
  processing: "Processing",
  reservation: "Reservation",
  recall: "Recall",
  membership: "Membership",
  betweenLibraries: "From another library",
  card: "Reader's card",
  compensation: "Compensation",
  fee: "Fee"
}
