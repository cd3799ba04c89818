import { Context, type Effect, type Result, Schema } from "effect"
import type { Decision } from "../decision/decision.ts"
import type { Found, Lookup, Page } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import type { DocumentRow, TableName, Tables, TokenRow } from "../decision/tables.ts"

/** A row that the decision rests on moved. Nothing was written: facts and decide again. */
export class VersionMoved extends Schema.TaggedError<VersionMoved>()("VersionMoved", {}) {}
/** The tenant has another set of documents than the caller knew. Nothing was written: load them and decide again. */
export class DocumentsMoved extends Schema.TaggedError<DocumentsMoved>()("DocumentsMoved", {
  documentsVersion: Schema.Int
}) {}
/** The key stands for another command already. Nothing was written. */
export class KeyUsed extends Schema.TaggedError<KeyUsed>()("KeyUsed", {}) {}
/** Rows kept moving under the command, or the storage stayed busy. Nothing was written. */
export class Busy extends Schema.TaggedError<Busy>()("Busy", { attempts: Schema.Int }) {}
/** The storage failed before it wrote. */
export class StorageFault extends Schema.TaggedError<StorageFault>()("StorageFault", { cause: Schema.Defect() }) {}
/** The cause of a `StorageFault`: a page was asked for behind a cursor that no page of it gave. */
export class CursorUnknown extends Error {
  override readonly name = "CursorUnknown"
}
/** The answer was lost: it may be written or not. Ask again with the same key. */
export class OutcomeUnknown extends Schema.TaggedError<OutcomeUnknown>()("OutcomeUnknown", {
  cause: Schema.Defect()
}) {}
/** No tenant has this id. */
export class TenantUnknown extends Schema.TaggedError<TenantUnknown>()("TenantUnknown", { tenant: Schema.String }) {}

export type RunFault = VersionMoved | DocumentsMoved | KeyUsed | Busy | StorageFault | OutcomeUnknown | TenantUnknown

/** One command, ready to be carried out. */
export interface RunRequest<L extends Lookup = Lookup, Receipt = unknown> {
  readonly tenant: string
  /** The command's name, as in `checkOut`. */
  readonly name: string
  /** SHA-256, hex, of actor and idempotency key: a command with the same one is answered by the first one's receipt. */
  readonly keyHash: string
  /** SHA-256, hex, of name and content: with another content the key is refused. */
  readonly contentHash: string
  readonly at: number
  /** The documents that `decide` looks at. */
  readonly documentsVersion: number
  readonly lookup: L
  /** Pure and synchronous. Called once a run; a storage may run again after `VersionMoved`. */
  readonly decide: (found: Found<L>) => Result.Result<Decision<Receipt>, Refusals>
  /** Look and decide, write nothing, take no note of the key. */
  readonly dryRun?: boolean
}

/** `repeated`: the key was known, and this is the receipt of the first time. */
export interface Carried<Receipt> {
  readonly receipt: Receipt
  readonly repeated: boolean
}

export type RunOutcome<Receipt> = Result.Result<Carried<Receipt>, Refusals>

export interface TenantRow {
  readonly tenant: string
  readonly name: string
  /** ISO 4217. */
  readonly currency: string
  /** Grows with every published document. */
  readonly documentsVersion: number
  readonly openedAt: number
}

/** Where the facts live. An implementation is right when it passes `storageContract`. */
export class Storage extends Context.Service<
  Storage,
  {
    /**
     * Brings the facts, lets `decide` look at them once, commits what it decided: all of it or nothing, guarded by
     * the versions of the rows read and of the documents. Two round trips, or one transaction that never yields.
     * A refusal writes nothing.
     */
    readonly run: <L extends Lookup, Receipt>(
      request: RunRequest<L, Receipt>
    ) => Effect.Effect<RunOutcome<Receipt>, RunFault>
    /**
     * Many commands of one tenant in few round trips, for imports and jobs: answers in the order of the requests.
     * What fails alone is reported alone; the rest is committed. No command sees a later one.
     */
    readonly commitMany: (
      tenant: string,
      // biome-ignore lint/suspicious/noExplicitAny: each request has types of its own, which only its `decide` sees
      requests: ReadonlyArray<RunRequest<any, any>>
    ) => Effect.Effect<
      ReadonlyArray<Result.Result<RunOutcome<unknown>, RunFault>>,
      StorageFault | OutcomeUnknown | Busy | TenantUnknown
    >
    /** Facts without a decision, for pages. One round trip. */
    readonly read: <L extends Lookup>(tenant: string, lookup: L) => Effect.Effect<Found<L>, Busy | StorageFault>
    /** The rows of a table in key order, for checks, replay and export. `limit` from 1 to 10,000. */
    readonly scan: <T extends TableName>(
      tenant: string,
      table: T,
      after: string | null,
      limit: number
    ) => Effect.Effect<Page<Tables[T]>, Busy | StorageFault>
    /** Makes a tenant; one with that id that is there already stays as it is, and is given back. */
    readonly openTenant: (
      row: Omit<TenantRow, "documentsVersion">
    ) => Effect.Effect<TenantRow, Busy | StorageFault | OutcomeUnknown>
    readonly tenants: () => Effect.Effect<ReadonlyArray<TenantRow>, Busy | StorageFault>
    /** All documents of a tenant, and the number of that set. */
    readonly documents: (
      tenant: string
    ) => Effect.Effect<
      { readonly documentsVersion: number; readonly documents: ReadonlyArray<DocumentRow> },
      Busy | StorageFault | TenantUnknown
    >
    /**
     * Adds a document under the next version of its kind and gives that version. Where that would pass `versionMax`,
     * nothing is added and `versionMax` is given: of two that publish a first document at once, one does.
     */
    readonly publish: (
      tenant: string,
      document: Omit<DocumentRow, "version">,
      versionMax?: number
    ) => Effect.Effect<number, Busy | StorageFault | OutcomeUnknown | TenantUnknown>
    readonly putToken: (tenant: string, token: TokenRow) => Effect.Effect<void, Busy | StorageFault | OutcomeUnknown>
    /** Whether there was one. */
    readonly removeToken: (
      tenant: string,
      tokenHash: string
    ) => Effect.Effect<boolean, Busy | StorageFault | OutcomeUnknown>
  }
>()("@openshelf/core/Storage") {}
