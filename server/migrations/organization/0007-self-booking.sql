-- Somebody books for themselves: from the first time that is kept for them to what the desk has to look at.
create table self_booking (
  id uuid primary key,
  -- Only a hash of the secret that the browser keeps.
  token_hash bytea not null unique,
  -- The challenge that was solved; unique, so that no solution counts twice.
  challenge bytea not null unique,
  -- Keyed hash of the network address, for limits only.
  address_hash bytea not null,
  visit_type_id uuid not null references visit_type,
  site_id uuid not null references site,
  hold_id uuid,
  -- How many times were kept with this secret, one after the other.
  keeps smallint not null default 1,
  -- What the person said; taken away as soon as a visit is booked, or the secret has run out.
  person jsonb,
  code_hash bytea,
  codes_sent smallint not null default 0,
  code_tries smallint not null default 0,
  appointment_id uuid unique references appointment on delete cascade,
  -- A record that was made for the visit, and others that may be the same person.
  made_patient_id uuid references patient on delete set null,
  possible_ids uuid[] not null default '{}',
  settled_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index self_booking_address on self_booking (address_hash, created_at);
create index self_booking_created on self_booking (created_at);
create index self_booking_unsettled on self_booking (created_at) where made_patient_id is not null and settled_at is null;
