import { accountCases } from "./contract/cases/accountCases.ts"
import { accrualCases } from "./contract/cases/accrualCases.ts"
import { appealCases } from "./contract/cases/appealCases.ts"
import { batchCases } from "./contract/cases/batchCases.ts"
import { blockCases } from "./contract/cases/blockCases.ts"
import { bookedCopyCases } from "./contract/cases/bookedCopyCases.ts"
import { bookingCases } from "./contract/cases/bookingCases.ts"
import { bookingSlotCases } from "./contract/cases/bookingSlotCases.ts"
import { cashCases } from "./contract/cases/cashCases.ts"
import { commitCases } from "./contract/cases/commitCases.ts"
import { concurrencyCases } from "./contract/cases/concurrencyCases.ts"
import { constraintCases } from "./contract/cases/constraintCases.ts"
import { damageCases } from "./contract/cases/damageCases.ts"
import { deskCases } from "./contract/cases/deskCases.ts"
import { documentCases } from "./contract/cases/documentCases.ts"
import { guardCases } from "./contract/cases/guardCases.ts"
import { interlendingCases } from "./contract/cases/interlendingCases.ts"
import { itemSlotCases } from "./contract/cases/itemSlotCases.ts"
import { joinedCases } from "./contract/cases/joinedCases.ts"
import { lendingCases } from "./contract/cases/lendingCases.ts"
import { lossCases } from "./contract/cases/lossCases.ts"
import { mergeCases } from "./contract/cases/mergeCases.ts"
import { oddTextCases } from "./contract/cases/oddTextCases.ts"
import { personCases } from "./contract/cases/personCases.ts"
import { pickupSlotCases } from "./contract/cases/pickupSlotCases.ts"
import { queueCases } from "./contract/cases/queueCases.ts"
import { readerSlotCases } from "./contract/cases/readerSlotCases.ts"
import { redatingCases } from "./contract/cases/redatingCases.ts"
import { renewalSlotCases } from "./contract/cases/renewalSlotCases.ts"
import { repeatCases } from "./contract/cases/repeatCases.ts"
import { reservationSlotCases } from "./contract/cases/reservationSlotCases.ts"
import { scanCases } from "./contract/cases/scanCases.ts"
import { suspensionCases } from "./contract/cases/suspensionCases.ts"
import { tenantCases } from "./contract/cases/tenantCases.ts"
import { titleQueueCases } from "./contract/cases/titleQueueCases.ts"
import { titleSlotCases } from "./contract/cases/titleSlotCases.ts"
import { transitCases } from "./contract/cases/transitCases.ts"
import { waitingCases } from "./contract/cases/waitingCases.ts"
import type { ContractCase } from "./contract/contractCase.ts"

/**
 * The promises of the storage port, as cases that need no test runner of ours: a storage is right when every `run`
 * succeeds with it. Cases set their scenes through the port alone, each in a tenant of its own, so that they can share
 * one database and run in any order. The desk pauses for milliseconds when rows move: run them under a clock that goes.
 */
export const storageContract = (): ReadonlyArray<ContractCase> => [
  ...accountCases,
  ...accrualCases,
  ...cashCases,
  ...appealCases,
  ...damageCases,
  ...commitCases,
  ...guardCases,
  ...constraintCases,
  ...repeatCases,
  ...concurrencyCases,
  ...batchCases,
  ...tenantCases,
  ...itemSlotCases,
  ...readerSlotCases,
  ...renewalSlotCases,
  ...reservationSlotCases,
  ...bookingSlotCases,
  ...titleSlotCases,
  ...titleQueueCases,
  ...scanCases,
  ...documentCases,
  ...oddTextCases,
  ...blockCases,
  ...suspensionCases,
  ...redatingCases,
  ...queueCases,
  ...waitingCases,
  ...transitCases,
  ...bookedCopyCases,
  ...bookingCases,
  ...pickupSlotCases,
  ...lendingCases,
  ...interlendingCases,
  ...joinedCases,
  ...lossCases,
  ...personCases,
  ...mergeCases,
  ...deskCases
]
