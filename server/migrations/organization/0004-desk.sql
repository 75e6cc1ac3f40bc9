create table payment (
  id uuid primary key,
  receipt_number text not null unique,
  patient_id uuid not null references patient,
  appointment_id uuid not null references appointment,
  amount_cents integer not null check (amount_cents > 0),
  currency text not null default 'USD',
  method text not null check (method in ('cash', 'card')),
  tendered_cents integer,
  card_last4 text,
  collected_by uuid not null,
  collected_by_name text not null,
  collected_at timestamptz not null,
  voided_at timestamptz,
  voided_by_name text,
  void_reason text
);
create index payment_patient on payment (patient_id, collected_at desc);
create index payment_appointment on payment (appointment_id);

create table call (
  id uuid primary key,
  external_id text not null unique,
  line text not null,
  from_number text not null,
  search_value text not null,
  state text not null check (state in ('ringing', 'answered', 'ended', 'missed')),
  started_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  ended_at timestamptz,
  patient_id uuid references patient
);
create index call_open on call (started_at desc) where state in ('ringing', 'answered');

create table message (
  id uuid primary key,
  patient_id uuid not null references patient,
  appointment_id uuid references appointment,
  to_address text not null,
  language text not null,
  subject text not null,
  body text not null,
  calendar text,
  calendar_method text,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed')),
  problem text,
  created_at timestamptz not null,
  sent_at timestamptz,
  event_id bigint unique
);
create index message_newest on message (created_at desc, id);
