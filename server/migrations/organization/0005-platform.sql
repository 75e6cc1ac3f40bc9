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

-- Append-only: rows are inserted and read, never changed. Which batch sealed a row stands in audit_batch.
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
  entry_ids bigint[] not null,
  -- Every entry up to this id is in this batch or an earlier one, or will never be.
  settled_id bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null
);
