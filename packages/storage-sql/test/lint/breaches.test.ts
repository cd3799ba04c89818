import { describe, expect, it } from "vitest"
import { migrationBreaches } from "./migrationBreaches.ts"
import { statementBreaches } from "./statementBreaches.ts"

const table = (rest: string): string => `create table if not exists t (tenant_id text not null, ${rest})`

describe("the rules are found broken where they are: migrations", () => {
  it.each([
    ["R1", "create table if not exists t (id text, primary key (id))"],
    ["R1", table("id text, primary key (id, tenant_id)")],
    ["R1", table("id text")],
    ["R1", table("id text, primary key (tenant_id, id), unique (id)")],
    ["R1", table("id text, primary key (tenant_id, id), foreign key (id) references o (id)")],
    ["R1", table("id text, primary key (tenant_id, id), foreign key (tenant_id, id) references o (id, tenant_id)")],
    ["R1", "create index if not exists i on t (id)"],
    ["R3", table("id bigserial, primary key (tenant_id, id)")],
    ["R3", table("id bigint generated always as identity, primary key (tenant_id, id)")],
    ["R3", table("at bigint default nextval('s'), primary key (tenant_id, at)")],
    ["R4", table("at int4range, primary key (tenant_id)")],
    ["R4", table("at text[], primary key (tenant_id)")],
    ["R4", "create type mood as enum ('a')"],
    ["R4", "create domain code as text"],
    ["R4", "create table if not exists t (tenant_id text, primary key (tenant_id)) inherits (o)"],
    ["R4", table("c text, primary key (tenant_id), exclude using gist (c with =)")],
    ["R4", "create index if not exists i on t using gin (tenant_id)"],
    ["R4", "create unique index if not exists i on item (tenant_id, barcode) where barcode is not null"],
    [
      "R5",
      table("id text, primary key (tenant_id), foreign key (tenant_id) references o (tenant_id) on delete cascade")
    ],
    [
      "R5",
      table("id text, primary key (tenant_id), foreign key (tenant_id) references o (tenant_id) on update set null")
    ],
    ["R5", table("id text, primary key (tenant_id), foreign key (tenant_id) references o (tenant_id) deferrable")],
    ["R5", "create trigger g after insert on t execute function f()"],
    ["R5", "create view v as select 1"],
    ["R11", "create table t (tenant_id text, primary key (tenant_id))"],
    ["R11", "create index i on t (tenant_id)"],
    ["R11", "create index if not exists i on t (tenant_id); create index if not exists j on t (tenant_id)"]
  ])("%s: %s", (rule, sql) => {
    expect(migrationBreaches(sql).some((breach) => breach.includes(rule))).toBe(true)
  })

  it("a sound table has no breach", () => {
    expect(migrationBreaches(table("id text not null, primary key (tenant_id, id), unique (tenant_id, id)"))).toEqual(
      []
    )
  })
})

const special: ReadonlySet<string> = new Set(["loan"])

describe("the rules are found broken where they are: statements", () => {
  it.each([
    ["R6", "select * from item where barcode = $2"],
    ["R6", "select * from item where tenant_id = $2"],
    ["R6", "select * from item join title on title.title_id = item.title_id where item.tenant_id = $1"],
    ["R6", "select * from item join title on title.tenant_id = item.tenant_id where item.tenant_id = $1"],
    ["R6", "select * from item as i where item.tenant_id = $1 and i.tenant_id = $2"],
    [
      "R6",
      "select * from item where tenant_id = $1 and title_id = (select title_id from title where title.title_id = $2)"
    ],
    ["R6", "select * from item where tenant_id = $1 or barcode = $2"],
    ["R6", "select * from item where not tenant_id = $1"],
    ["R6", "select * from item where tenant_id = $1 and exists (select 1 from loan where loan_id = $2)"],
    ["R6", "select (select count(*) from loan where loan.item_id = item.item_id) from item where item.tenant_id = $1"],
    ["R6", "update item set barcode = $2 where item_id = $2"],
    ["R6", "delete from card where card = $2"],
    ["R6", "insert into card (card, tenant_id) values ($2, $1)"],
    ["R6", "insert into card (tenant_id, card) values ($2, $2)"],
    ["R6", "insert into card (tenant_id, card) select $2, $2"],
    ["R6", "with c as (select * from card) select * from c"],
    [
      "R7",
      "with a as (update item set x = $2 where tenant_id = $1 returning 1), b as (update item set y = $2 where tenant_id = $1 returning 1) select 1"
    ],
    [
      "R7",
      "with a as (update item set x = $2 where tenant_id = $1 returning 1) select * from item where tenant_id = $1"
    ],
    ["R7", "select * from (with a as (delete from card where tenant_id = $1 returning 1) select * from a) as q"],
    [
      "R8",
      "insert into loan (tenant_id, loan_id) values ($1, $2) on conflict (tenant_id, loan_id) do update set x = $2"
    ],
    ["R8", "insert into card (tenant_id, card) values ($1, $2) on conflict on constraint card_key do nothing"],
    ["R8", "insert into card (tenant_id, card) values ($1, $2) on conflict (tenant_id, lower(card)) do nothing"],
    ["R8", "insert into card (tenant_id, card) values ($1, $2) on conflict (tenant_id) where card = 'a' do nothing"],
    ["R10", "select pg_advisory_lock(1)"],
    ["R10", "select * from item where tenant_id = $1 for update"],
    ["R10", "listen news"],
    ["R10", "notify news"],
    ["R12", "lock table item"],
    ["R12", "merge into item using title on true when matched then do nothing"],
    ["R12", "update item set added_at = now() where tenant_id = $1"],
    ["R12", "update item set added_at = current_timestamp where tenant_id = $1"],
    ["R12", "update item set item_id = gen_random_uuid() where tenant_id = $1"],
    ["R12", "select currval('s')"],
    ["R12", "insert into card (tenant_id, card) values ($1, (select 1))"],
    ["R12", "select price / 2 from item where tenant_id = $1"],
    ["R17", "select * from item where tenant_id = $1 order by item_id offset 5"],
    ["R17", "select * from item where tenant_id = $1 limit 5"]
  ])("%s: %s", (rule, sql) => {
    const breaches = statementBreaches({ sql, parameters: ["tenant", "other"] }, special)
    expect(breaches.some((breach) => breach.startsWith(rule))).toBe(true)
  })

  it.each([
    "select * from item join title on title.tenant_id = $1 and title.title_id = item.title_id where item.tenant_id = $1",
    "select * from item as i where i.tenant_id = +$1 and i.barcode = $2 order by i.item_id limit 5",
    "with touched as (update item set x = $2 where tenant_id = $1 returning 1) select 1 from touched",
    "insert into card (tenant_id, card) values ($1, $2) on conflict (tenant_id, card) do update set reader_id = $2"
  ])("a sound statement has no breach: %s", (sql) => {
    expect(statementBreaches({ sql, parameters: ["tenant", "other"] }, special)).toEqual([])
  })
})
