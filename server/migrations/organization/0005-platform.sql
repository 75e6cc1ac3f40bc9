-- What happened, written with the change itself; the relay takes each row once and starts the jobs it calls for.
create table outbox (
  id bigint generated always as identity primary key,
  type text not null,
  payload jsonb not null,
  at timestamptz not null,
  relayed_at timestamptz
);
create index outbox_waiting on outbox (id) where relayed_at is null;

create table idempotency (
  staff_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status smallint not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (staff_id, key)
);
create index idempotency_age on idempotency (at);

-- Append-only: rows are inserted and read, never changed. A batch in audit_batch seals a range of them.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  actor_role text not null,
  action text not null,
  outcome text not null,
  patient_id uuid,
  patient_ids uuid[],
  subject_id text,
  reason text,
  request_id text not null
);
create index audit_entry_patient on audit_entry (patient_id, id desc) where patient_id is not null;

create table audit_batch (
  no bigint primary key,
  -- Seals every entry after the previous batch's settled_id and up to this one.
  settled_id bigint not null,
  entry_ids bigint[] not null,
  -- SHA-256 of each entry without its id, 32 bytes each, in the order of entry_ids.
  entry_hashes bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null
);

-- Numbers that must not skip: medical record numbers and receipts.
create table counter (
  name text primary key,
  value bigint not null
);
insert into counter (name, value) values ('mrn', 410000), ('receipt', 0);
