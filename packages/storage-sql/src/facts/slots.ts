import { parameter, tenant } from "../statement.ts"
import { accountFacts } from "./accountFacts.ts"
import { appealFacts } from "./appealFacts.ts"
import { blockFacts } from "./blockFacts.ts"
import { bookingFacts } from "./bookingFacts.ts"
import { branchFacts } from "./branchFacts.ts"
import type { Builder, Slots } from "./builder.ts"
import { candidates } from "./candidates.ts"
import { cashFacts } from "./cashFacts.ts"
import { claimFacts } from "./claimFacts.ts"
import { historyFacts } from "./historyFacts.ts"
import { incidentFacts } from "./incidentFacts.ts"
import { interlendingFacts } from "./interlendingFacts.ts"
import { itemFacts } from "./itemFacts.ts"
import { joinedReservations } from "./joinedReservations.ts"
import { linkFacts } from "./linkFacts.ts"
import { lossFacts } from "./lossFacts.ts"
import { overdueFacts } from "./overdueFacts.ts"
import { pickupSlotFacts } from "./pickupSlotFacts.ts"
import { placingFacts } from "./placingFacts.ts"
import { oneRow } from "./query.ts"
import { readerFacts } from "./readerFacts.ts"
import { renewalFacts } from "./renewalFacts.ts"
import { reservationFacts } from "./reservationFacts.ts"
import { rowOf, shapeOfOnly } from "./shape.ts"
import { titleFacts } from "./titleFacts.ts"
import { titleQueueFacts } from "./titleQueueFacts.ts"
import { transitFacts } from "./transitFacts.ts"

/** Every question of `FactSlots`, compiled. */
export const slots = (builder: Builder): Slots => ({
  ...itemFacts(builder),
  ...candidates(builder),
  ...reservationFacts(builder),
  ...joinedReservations(builder),
  ...placingFacts(builder),
  ...bookingFacts(builder),
  ...pickupSlotFacts(builder),
  ...interlendingFacts(builder),
  ...readerFacts(builder),
  ...accountFacts(builder),
  ...cashFacts(builder),
  ...blockFacts(builder),
  ...linkFacts(builder),
  ...titleFacts(builder),
  ...branchFacts(builder),
  ...transitFacts(builder),
  ...titleQueueFacts(builder),
  ...renewalFacts(builder),
  ...historyFacts(builder),
  ...incidentFacts(builder),
  ...overdueFacts(builder),
  ...appealFacts(builder),
  ...lossFacts(builder),
  ...claimFacts(builder),
  token: oneRow(
    "token",
    shapeOfOnly("token", rowOf("token")),
    builder.db
      .selectFrom("token")
      .where("token.tenant_id", "=", tenant)
      .where("token.token_hash", "=", parameter("tokenHash"))
  )
})
