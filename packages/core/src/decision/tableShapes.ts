import type { TableName, Tables } from "./tables.ts"

interface TableShape<Row> {
  readonly key: ReadonlyArray<keyof Row & string>
  readonly columns: Readonly<Record<keyof Row & string, "text" | "integer" | "bytes">>
  readonly nullable: ReadonlyArray<keyof Row & string>
  /** Column sets that are unique in a tenant besides the key; a set with a null in it is free. */
  readonly unique: ReadonlyArray<ReadonlyArray<keyof Row & string>>
  /** Columns that name a row of another table: the other table, by its (one-column) key. */
  readonly references: Partial<Readonly<Record<keyof Row & string, TableName>>>
}

/**
 * What every storage holds to: keys, columns, uniqueness, references. The in-memory storage enforces this table itself;
 * a test of `storage-sql` compares it with the migrated schema.
 * `loan` has one rule more: at most one row an item whose `closedAt` is null.
 */
export const tables: { readonly [T in TableName]: TableShape<Tables[T]> } = {
  document: {
    key: ["kind", "version"],
    columns: {
      kind: "text",
      version: "integer",
      validFrom: "integer",
      content: "text",
      publishedAt: "integer",
      publishedBy: "text"
    },
    nullable: [],
    unique: [],
    references: {}
  },
  title: {
    key: ["titleId"],
    columns: {
      titleId: "text",
      version: "integer",
      source: "text",
      controlNumber: "text",
      format: "text",
      language: "text",
      title: "text",
      responsibility: "text",
      description: "text",
      searchText: "text",
      addedAt: "integer"
    },
    nullable: ["source", "controlNumber"],
    unique: [["source", "controlNumber"]],
    references: {}
  },
  titleRecord: {
    key: ["titleId"],
    columns: { titleId: "text", encoding: "text", content: "bytes" },
    nullable: [],
    unique: [],
    references: { titleId: "title" }
  },
  titleQueue: {
    key: ["titleId"],
    columns: { titleId: "text", version: "integer", waitingCount: "integer", nextPlace: "integer" },
    nullable: [],
    unique: [],
    references: { titleId: "title" }
  },
  item: {
    key: ["itemId"],
    columns: {
      itemId: "text",
      version: "integer",
      titleId: "text",
      barcode: "text",
      status: "text",
      shelfStatus: "text",
      homeBranch: "text",
      presentBranch: "text",
      type: "text",
      collection: "text",
      location: "text",
      volumeSet: "text",
      volume: "text",
      callNumber: "text",
      price: "integer",
      priceCurrency: "text",
      parts: "integer",
      lendingAlert: "text",
      returnAlert: "text",
      loanId: "text",
      reservationId: "text",
      transitId: "text",
      stayBranch: "text",
      lender: "text",
      lenderDueAt: "integer",
      inHouseUses: "integer",
      onShelfFrom: "integer",
      addedAt: "integer"
    },
    nullable: ["price", "loanId", "reservationId", "transitId", "stayBranch", "lenderDueAt", "onShelfFrom"],
    unique: [["barcode"]],
    references: { titleId: "titleQueue" }
  },
  reader: {
    key: ["readerId"],
    columns: {
      readerId: "text",
      version: "integer",
      status: "text",
      category: "text",
      homeBranch: "text",
      name: "text",
      bornOn: "text",
      language: "text",
      expiresAt: "integer",
      registeredAt: "integer",
      lentDay: "integer",
      lentDayCount: "integer",
      reservedDay: "integer",
      reservedDayCount: "integer",
      historyConsentAt: "integer"
    },
    nullable: ["bornOn", "expiresAt", "lentDay", "reservedDay", "historyConsentAt"],
    unique: [],
    references: {}
  },
  card: {
    key: ["card"],
    columns: { card: "text", readerId: "text" },
    nullable: [],
    unique: [],
    references: { readerId: "reader" }
  },
  loanCount: {
    key: ["readerId", "itemType", "collection", "branch", "onSite"],
    columns: {
      readerId: "text",
      itemType: "text",
      collection: "text",
      branch: "text",
      onSite: "integer",
      count: "integer"
    },
    nullable: [],
    unique: [],
    references: { readerId: "reader" }
  },
  loan: {
    key: ["loanId"],
    columns: {
      loanId: "text",
      version: "integer",
      state: "text",
      itemId: "text",
      titleId: "text",
      branch: "text",
      lentAt: "integer",
      dueAt: "integer",
      closedAt: "integer",
      lateUntil: "integer",
      renewalCount: "integer",
      reminderCount: "integer",
      recalledAt: "integer",
      dueBeforeRecall: "integer",
      recalledBy: "text",
      onSite: "integer",
      itemType: "text",
      collection: "text",
      readerCategory: "text",
      policyVersion: "integer"
    },
    nullable: ["closedAt", "lateUntil", "recalledAt", "dueBeforeRecall", "recalledBy"],
    unique: [],
    references: { itemId: "item" }
  },
  loanReader: {
    key: ["loanId"],
    columns: { loanId: "text", readerId: "text" },
    nullable: [],
    unique: [],
    references: { loanId: "loan", readerId: "reader" }
  },
  unseenRenewal: {
    key: ["loanId", "renewalCount"],
    columns: { loanId: "text", renewalCount: "integer" },
    nullable: [],
    unique: [],
    references: { loanId: "loan" }
  },
  libraryEntry: {
    key: ["loanId"],
    columns: { loanId: "text", payer: "text", payee: "text", amount: "integer", at: "integer" },
    nullable: [],
    unique: [],
    references: { loanId: "loan" }
  },
  claimSearch: {
    key: ["loanId", "nth"],
    columns: { loanId: "text", nth: "integer", place: "text", note: "text", at: "integer", actor: "text" },
    nullable: [],
    unique: [],
    references: { loanId: "loan" }
  },
  reservation: {
    key: ["reservationId"],
    columns: {
      reservationId: "text",
      version: "integer",
      state: "text",
      kind: "text",
      titleId: "text",
      itemId: "text",
      volume: "text",
      itemType: "text",
      copyType: "text",
      copyCollection: "text",
      pickupBranch: "text",
      readerCategory: "text",
      place: "integer",
      rank: "integer",
      placedAt: "integer",
      notBefore: "integer",
      suspended: "integer",
      suspendedUntil: "integer",
      waitUntil: "integer",
      setAsideItemId: "text",
      setAsideAt: "integer",
      shelfUntil: "integer",
      endedAt: "integer",
      loanId: "text"
    },
    nullable: [
      "itemId",
      "place",
      "rank",
      "notBefore",
      "suspendedUntil",
      "waitUntil",
      "setAsideItemId",
      "setAsideAt",
      "shelfUntil",
      "endedAt",
      "loanId"
    ],
    unique: [["titleId", "place"], ["setAsideItemId"]],
    references: { titleId: "titleQueue" }
  },
  reservationReader: {
    key: ["reservationId"],
    columns: { reservationId: "text", readerId: "text", groupId: "text", groupKind: "text" },
    nullable: ["groupId", "groupKind"],
    unique: [],
    references: { reservationId: "reservation", readerId: "reader" }
  },
  transit: {
    key: ["transitId"],
    columns: {
      transitId: "text",
      version: "integer",
      state: "text",
      itemId: "text",
      openItemId: "text",
      reason: "text",
      fromBranch: "text",
      toBranch: "text",
      reservationId: "text",
      thenStatus: "text",
      plannedAt: "integer",
      sentAt: "integer",
      endedAt: "integer",
      arrivedBranch: "text"
    },
    nullable: ["openItemId", "reservationId", "thenStatus", "sentAt", "endedAt", "arrivedBranch"],
    unique: [["openItemId"]],
    references: { itemId: "item" }
  },
  account: {
    key: ["accountId"],
    columns: { accountId: "text", version: "integer", balance: "integer" },
    nullable: [],
    unique: [],
    references: { accountId: "reader" }
  },
  entry: {
    key: ["entryId"],
    columns: {
      entryId: "text",
      accountId: "text",
      kind: "text",
      amount: "integer",
      at: "integer",
      actor: "text",
      branch: "text",
      reason: "text",
      corrects: "text"
    },
    nullable: ["corrects"],
    unique: [],
    references: { accountId: "account" }
  },
  charge: {
    key: ["chargeId"],
    columns: {
      chargeId: "text",
      accountId: "text",
      kind: "text",
      amount: "integer",
      outstanding: "integer",
      refunded: "integer",
      forgiven: "integer",
      raisedAt: "integer"
    },
    nullable: [],
    unique: [],
    references: { chargeId: "entry", accountId: "account" }
  },
  credit: {
    key: ["creditId"],
    columns: {
      creditId: "text",
      accountId: "text",
      amount: "integer",
      remaining: "integer",
      raisedAt: "integer"
    },
    nullable: [],
    unique: [],
    references: { creditId: "entry", accountId: "account" }
  },
  allotment: {
    key: ["entryId", "chargeId", "nth"],
    columns: { entryId: "text", chargeId: "text", nth: "integer", amount: "integer", at: "integer" },
    nullable: [],
    unique: [],
    references: { entryId: "entry", chargeId: "charge" }
  },
  chargeLoan: {
    key: ["loanId", "kind", "renewalCount"],
    columns: { loanId: "text", kind: "text", renewalCount: "integer", chargeId: "text" },
    nullable: [],
    unique: [["chargeId"]],
    references: { loanId: "loan", chargeId: "charge" }
  },
  incident: {
    key: ["incidentId"],
    columns: {
      incidentId: "text",
      version: "integer",
      kind: "text",
      state: "text",
      itemId: "text",
      loanId: "text",
      branch: "text",
      noticedAt: "text",
      conduct: "text",
      bearer: "text",
      policeReport: "text",
      found: "text",
      amount: "integer",
      suspensionDays: "integer",
      reportedAt: "integer",
      billAt: "integer",
      replaceBy: "integer",
      blocksBorrowing: "integer",
      replacementBought: "integer",
      endedAt: "integer"
    },
    nullable: ["loanId", "billAt", "replaceBy", "endedAt"],
    unique: [],
    references: { itemId: "item" }
  },
  incidentReader: {
    key: ["incidentId"],
    columns: { incidentId: "text", readerId: "text", evidence: "text" },
    nullable: [],
    unique: [],
    references: { incidentId: "incident", readerId: "reader" }
  },
  chargeIncident: {
    key: ["chargeId"],
    columns: { chargeId: "text", incidentId: "text" },
    nullable: [],
    unique: [],
    references: { chargeId: "charge", incidentId: "incident" }
  },
  condition: {
    key: ["conditionId"],
    columns: {
      conditionId: "text",
      itemId: "text",
      incidentId: "text",
      occasion: "text",
      damages: "text",
      parts: "text",
      note: "text",
      photo: "text",
      cost: "integer",
      at: "integer",
      actor: "text"
    },
    nullable: ["incidentId"],
    unique: [],
    references: { itemId: "item" }
  },
  appeal: {
    key: ["appealId"],
    columns: {
      appealId: "text",
      version: "integer",
      accountId: "text",
      chargeId: "text",
      state: "text",
      chargedBy: "text",
      openedAt: "integer",
      decideUntil: "integer",
      decidedAt: "integer"
    },
    nullable: ["decideUntil", "decidedAt"],
    unique: [["chargeId"]],
    references: { accountId: "account" }
  },
  appealStatement: {
    key: ["appealId"],
    columns: { appealId: "text", reason: "text", evidence: "text" },
    nullable: [],
    unique: [],
    references: { appealId: "appeal" }
  },
  event: {
    key: ["streamId", "seq"],
    columns: {
      streamId: "text",
      seq: "integer",
      tag: "text",
      at: "integer",
      actor: "text",
      branch: "text",
      channel: "text",
      desk: "text",
      body: "text"
    },
    nullable: [],
    unique: [],
    references: {}
  },
  command: {
    key: ["keyHash"],
    columns: { keyHash: "text", contentHash: "text", name: "text", at: "integer", receipt: "text" },
    nullable: [],
    unique: [],
    references: {}
  },
  token: {
    key: ["tokenHash"],
    columns: {
      tokenHash: "text",
      role: "text",
      subject: "text",
      branch: "text",
      permissions: "text",
      createdAt: "integer",
      expiresAt: "integer"
    },
    nullable: ["expiresAt"],
    unique: [],
    references: {}
  },
  readerBlock: {
    key: ["blockId"],
    columns: {
      blockId: "text",
      readerId: "text",
      kind: "text",
      actions: "text",
      endsAt: "integer",
      note: "text",
      ignoredAtHome: "integer",
      placedAt: "integer"
    },
    nullable: ["endsAt"],
    unique: [],
    references: { readerId: "reader" }
  },
  readerNote: {
    key: ["noteId"],
    columns: { noteId: "text", readerId: "text", text: "text", placedAt: "integer" },
    nullable: [],
    unique: [],
    references: { readerId: "reader" }
  },
  readerLink: {
    key: ["linkId"],
    columns: {
      linkId: "text",
      readerId: "text",
      otherId: "text",
      kind: "text",
      since: "integer",
      endsAt: "integer"
    },
    nullable: ["endsAt"],
    unique: [["readerId", "otherId", "kind"]],
    references: { readerId: "reader", otherId: "reader" }
  },
  lostCard: {
    key: ["card"],
    columns: { card: "text", readerId: "text", lostAt: "integer" },
    nullable: [],
    unique: [],
    references: { readerId: "reader" }
  },
  cashDesk: {
    key: ["cashDeskId"],
    columns: {
      cashDeskId: "text",
      version: "integer",
      branch: "text",
      state: "text",
      session: "integer",
      openedAt: "integer",
      closedAt: "integer"
    },
    nullable: ["closedAt"],
    unique: [],
    references: {}
  },
  cashEntry: {
    key: ["cashEntryId"],
    columns: {
      cashEntryId: "text",
      cashDeskId: "text",
      session: "integer",
      kind: "text",
      method: "text",
      amount: "integer",
      entryId: "text",
      at: "integer",
      actor: "text",
      reason: "text"
    },
    nullable: ["entryId"],
    unique: [],
    references: { cashDeskId: "cashDesk", entryId: "entry" }
  },
  booking: {
    key: ["bookingId"],
    columns: {
      bookingId: "text",
      version: "integer",
      state: "text",
      itemId: "text",
      pickupBranch: "text",
      readerCategory: "text",
      fromAt: "integer",
      untilAt: "integer",
      blockedFrom: "integer",
      blockedUntil: "integer",
      placedAt: "integer",
      endedAt: "integer",
      loanId: "text"
    },
    nullable: ["endedAt", "loanId"],
    unique: [],
    references: { itemId: "item" }
  },
  bookingReader: {
    key: ["bookingId"],
    columns: { bookingId: "text", readerId: "text" },
    nullable: [],
    unique: [],
    references: { bookingId: "booking", readerId: "reader" }
  },
  pickupSlot: {
    key: ["slotId"],
    columns: {
      slotId: "text",
      version: "integer",
      branch: "text",
      kind: "text",
      name: "text",
      fromAt: "integer",
      untilAt: "integer",
      capacity: "integer",
      taken: "integer",
      closedAt: "integer"
    },
    nullable: ["fromAt", "untilAt", "closedAt"],
    unique: [],
    references: {}
  },
  slotTaken: {
    key: ["reservationId"],
    columns: { reservationId: "text", slotId: "text" },
    nullable: [],
    unique: [],
    references: { reservationId: "reservation", slotId: "pickupSlot" }
  },
  interloan: {
    key: ["interloanId"],
    columns: {
      interloanId: "text",
      version: "integer",
      side: "text",
      partner: "text",
      state: "text",
      title: "text",
      reservationId: "text",
      openReservationId: "text",
      itemId: "text",
      loanId: "text",
      barcode: "text",
      dueAt: "integer",
      requestedAt: "integer",
      endedAt: "integer"
    },
    nullable: ["reservationId", "openReservationId", "itemId", "loanId", "dueAt", "endedAt"],
    unique: [["openReservationId"]],
    references: {}
  },
  outbox: {
    key: ["messageId"],
    columns: { messageId: "text", partner: "text", interloanId: "text", body: "text", at: "integer" },
    nullable: [],
    unique: [],
    references: { interloanId: "interloan" }
  }
}
