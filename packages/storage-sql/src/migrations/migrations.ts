import { migration0001 } from "./0001-tenants.ts"
import { migration0002 } from "./0002-catalogue.ts"
import { migration0003 } from "./0003-readers.ts"
import { migration0004 } from "./0004-loans.ts"
import { migration0005 } from "./0005-reservations.ts"
import { migration0006 } from "./0006-accounts.ts"
import { migration0007 } from "./0007-renewals.ts"
import { migration0008 } from "./0008-blocks.ts"
import { migration0009 } from "./0009-relations.ts"
import { migration0010 } from "./0010-incidents.ts"

import { migration0011 } from "./0011-appeals.ts"
import { migration0012 } from "./0012-cash-desks.ts"
import { migration0013 } from "./0013-transits.ts"
import { migration0014 } from "./0014-bookings.ts"
import { migration0015 } from "./0015-pickup-slots.ts"
import { migration0016 } from "./0016-interlending.ts"
import type { Migration } from "./ddl.ts"

/** All versions of the schema, oldest first. */
export const migrations: ReadonlyArray<Migration> = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016
]
