-- Who pays: what kind of payer, by which ways it is asked, and under which number it is known there.
alter table payer
  add column kind text not null default 'commercial'
    check (kind in ('commercial', 'medicare', 'medicare-advantage', 'medicaid', 'tricare', 'workers-comp', 'auto', 'other')),
  add column phone text,
  add column active boolean not null default true;

create table plan (
  id uuid primary key,
  payer_id uuid not null references payer,
  name text not null,
  -- How the plan works for the desk: `hmo` asks for referrals, and so on; null: nobody said.
  type text check (type in ('hmo', 'ppo', 'epo', 'pos', 'hdhp', 'indemnity', 'medicaid', 'medicare', 'other')),
  active boolean not null default true,
  unique (payer_id, name)
);

-- A way to a payer or to a clearinghouse that speaks for many.
create table payer_connection (
  id uuid primary key,
  name text not null unique,
  kind text not null check (kind in ('core-mime', 'core-soap', 'sftp', 'rest')),
  -- Where: an https address, or sftp://host:port/folder.
  address text not null,
  settings jsonb not null default '{}',
  -- User name and password or key, sealed with the key of the organization; null: none are needed.
  secret bytea,
  sender_id text not null,
  receiver_id text not null,
  -- `T` while it is tried (ISA15).
  usage text not null default 'T' check (usage in ('P', 'T')),
  active boolean not null default true,
  -- What answers there is made up, and every screen says so.
  is_sandbox boolean not null default false,
  -- The last numbers that were given to interchange, group and set; each is used once.
  last_control bigint not null default 0,
  -- Since when it does not answer, and when it is tried again.
  down_since timestamptz,
  retry_at timestamptz,
  failures smallint not null default 0,
  last_answer_at timestamptz
);

-- What a payer takes over a connection, and what it is called there.
create table payer_enrolment (
  payer_id uuid not null references payer on delete cascade,
  connection_id uuid not null references payer_connection on delete cascade,
  transaction text not null check (transaction in ('270', '276', '278', '837P', '837I', '835')),
  -- The payer's number on this connection (NM109 of the payer).
  known_as text not null,
  state text not null default 'active' check (state in ('wanted', 'sent', 'active', 'turned-away', 'ended')),
  since date,
  primary key (payer_id, transaction, connection_id)
);

-- Who asks: the practice as payers know it.
create table billing_provider (
  id uuid primary key,
  site_id uuid references site,
  name text not null,
  npi text not null check (npi ~ '^[0-9]{10}$'),
  tax_id text,
  taxonomy text,
  address jsonb not null default '{}'
);

alter table coverage
  add column plan_id uuid references plan,
  add column kind text not null default 'health' check (kind in ('health', 'accident', 'work', 'other')),
  add column subscriber_birth_date date,
  add column subscriber_sex text,
  add column subscriber_patient_id uuid references patient on delete set null,
  add column ended_because text,
  -- The check whose answer stands on the card; the newest that was answered.
  add column last_check_id uuid,
  add column version integer not null default 1;
-- Whoever takes a person, a check or a document away looks here for what refers to it.
create index coverage_subscriber_patient on coverage (subscriber_patient_id) where subscriber_patient_id is not null;
create index coverage_last_check on coverage (last_check_id) where last_check_id is not null;

-- Which policies a visit goes to, pinned when it was booked or checked in.
create table appointment_coverage (
  appointment_id uuid not null references appointment on delete cascade,
  coverage_id uuid not null references coverage on delete cascade,
  coverage_order smallint not null,
  pinned_at timestamptz not null,
  pinned_by uuid,
  primary key (appointment_id, coverage_id)
);
create index appointment_coverage_coverage on appointment_coverage (coverage_id);

-- What a type of visit is in the words of payers.
create table visit_type_billing (
  visit_type_id uuid primary key references visit_type on delete cascade,
  -- Service type codes (X12 external code source 1365): `98` office visit, `30` the plan as such.
  service_types text[] not null default '{}',
  -- [{ code, modifiers, units, optional }]
  procedures jsonb not null default '[]',
  place_of_service text not null default '11'
);

-- Prices: what the practice charges, what a payer agreed to, what those pay who pay themselves.
create table fee_schedule (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('charge', 'contract', 'self-pay')),
  payer_id uuid references payer,
  period_start date not null,
  period_end date,
  imported_at timestamptz not null,
  imported_by uuid,
  check ((kind = 'contract') = (payer_id is not null))
);
create table fee (
  fee_schedule_id uuid not null references fee_schedule on delete cascade,
  code text not null,
  modifier text not null default '',
  amount_cents integer not null check (amount_cents >= 0),
  primary key (fee_schedule_id, code, modifier)
);
-- Steps of a sliding scale: up to this share of the federal poverty level, this share of the charge or this much is paid.
create table sliding_step (
  id uuid primary key,
  up_to_percent integer not null,
  pays_percent integer check (pays_percent between 0 and 100),
  pays_cents integer,
  check (num_nonnulls(pays_percent, pays_cents) = 1)
);

-- A question to a payer about one person, and what came back.
create table eligibility_check (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  -- Null while a cover is looked for that nobody has told of.
  coverage_id uuid references coverage on delete cascade,
  appointment_id uuid references appointment on delete set null,
  payer_id uuid not null references payer,
  connection_id uuid references payer_connection,
  service_date date not null,
  service_types text[] not null,
  reason text not null check (reason in ('booking', 'sweep', 'check-in', 'by-hand', 'discovery')),
  sweep_id uuid,
  asked_at timestamptz not null,
  asked_by uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'answered', 'failed')),
  attempts smallint not null default 0,
  next_attempt_at timestamptz,
  -- Numbers of the last interchange that asked (ISA13, GS06, ST02 of its one set), and what the other side calls it (TRN02).
  control_number bigint,
  trace text,
  request text,
  response text,
  -- [{ hop, at, ms, outcome }], newest attempt last.
  hops jsonb not null default '[]',
  sent_at timestamptz,
  answered_at timestamptz,
  -- What the answer says in short: active, inactive, not-found, unclear; or why there is none.
  outcome text check (outcome in ('active', 'inactive', 'unclear', 'not-found', 'turned-away')),
  failure text check (failure in ('payer-down', 'too-slow', 'not-understood', 'not-enrolled', 'incomplete', 'refused-us')),
  -- What of it was read, as `@foyer/coverage` writes it, so that a list need not read X12; remade from `response` at will.
  result jsonb,
  is_sandbox boolean not null default false
);
create index eligibility_check_patient on eligibility_check (patient_id, asked_at desc);
create index eligibility_check_coverage on eligibility_check (coverage_id, asked_at desc);
create index eligibility_check_appointment on eligibility_check (appointment_id) where appointment_id is not null;
create index eligibility_check_due on eligibility_check (next_attempt_at) where state in ('waiting', 'sent');
create index eligibility_check_control on eligibility_check (connection_id, control_number);
create index eligibility_check_sweep on eligibility_check (sweep_id) where sweep_id is not null;
alter table coverage add foreign key (last_check_id) references eligibility_check on delete set null;

-- A nightly round over the visits of the next days.
create table eligibility_sweep (
  id uuid primary key,
  begun_at timestamptz not null,
  ended_at timestamptz,
  from_date date not null,
  to_date date not null,
  visits integer not null default 0,
  begun_by uuid
);

-- Who pays before whom, where a person decided otherwise than the rules.
create table coverage_order_decision (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  coverage_ids uuid[] not null,
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid,
  withdrawn_at timestamptz
);
create index coverage_order_decision_patient on coverage_order_decision (patient_id, decided_at desc);

-- Answers to the questions of Medicare as secondary payer, asked anew after 90 days (42 CFR 489.20(g)).
create table msp_answer (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  answered_on date not null,
  answers jsonb not null,
  -- `primary`, `secondary`, `unclear`, and by which rule.
  medicare text not null check (medicare in ('primary', 'secondary', 'unclear')),
  rule text,
  due_again_on date not null,
  recorded_by uuid
);
create index msp_answer_patient on msp_answer (patient_id, answered_on desc);

-- What a visit or a service will cost, as it was told. A change makes a new one; the old ones stay.
create table estimate (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  appointment_id uuid references appointment on delete set null,
  kind text not null check (kind in ('insured', 'good-faith')),
  replaces_id uuid references estimate,
  service_date date,
  language text not null,
  -- Why it has to be made: booked, or asked for, and until when (45 CFR 149.610(b)(1)(vi)).
  cause text not null check (cause in ('booked', 'requested', 'changed', 'by-hand')),
  caused_on date not null,
  due_on date,
  state text not null default 'wanted' check (state in ('wanted', 'made', 'given', 'withdrawn')),
  made_at timestamptz,
  made_by uuid,
  -- Lines of arithmetic, as `@foyer/coverage` writes them, with what is not known.
  content jsonb,
  low_cents integer,
  high_cents integer,
  currency text not null default 'USD',
  document_id uuid references document,
  given_at timestamptz,
  given_by uuid,
  given_how text check (given_how in ('hand', 'mail', 'email', 'link')),
  link_hash bytea unique,
  link_until timestamptz,
  opened_at timestamptz,
  signed_at timestamptz,
  signature jsonb
);
create index estimate_patient on estimate (patient_id, caused_on desc);
create index estimate_appointment on estimate (appointment_id) where appointment_id is not null;
create index estimate_document on estimate (document_id) where document_id is not null;
create index estimate_replaces on estimate (replaces_id) where replaces_id is not null;
create index estimate_due on estimate (due_on) where state = 'wanted';
