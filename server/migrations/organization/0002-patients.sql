create table patient (
  id uuid primary key,
  mrn text not null unique,
  given text not null,
  middle text,
  family text not null,
  preferred text,
  prefix text,
  suffix text,
  -- Full, `YYYY-MM` or `YYYY`: records from elsewhere may know no more.
  birth_date text not null,
  sex text not null default 'unknown',
  pronouns text,
  language text not null default 'en',
  interpreter_needed boolean not null default false,
  contact_preference text,
  address jsonb,
  alerts text[] not null default '{}',
  deceased boolean not null default false,
  -- Folded given, middle, family and preferred names, each after a space, for prefix and similarity search.
  search_name text not null,
  consent_signed_on date,
  consent_language text,
  contact_confirmed_on date,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index patient_search_name on patient using gin (search_name gin_trgm_ops);
create index patient_birth_date on patient (birth_date text_pattern_ops);
create index patient_family on patient (lower(family), lower(given));

create table contact_point (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  system text not null check (system in ('phone', 'email')),
  value text not null,
  -- Digits of a phone reversed, so that the last digits somebody remembers are a prefix; an e-mail in lower case.
  search_value text not null,
  use text not null default 'mobile',
  rank smallint not null default 1
);
create index contact_point_patient on contact_point (patient_id);
create index contact_point_search on contact_point (search_value text_pattern_ops);

create table patient_identifier (
  patient_id uuid not null references patient on delete cascade,
  system text not null,
  value text not null,
  primary key (system, value)
);
create index patient_identifier_patient on patient_identifier (patient_id);

create table related_person (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  -- Set where the relative is a patient too.
  relative_id uuid references patient,
  name text not null,
  relationship text not null,
  phone text,
  search_value text,
  may_know text not null default 'nothing' check (may_know in ('everything', 'times', 'nothing'))
);
create index related_person_patient on related_person (patient_id);
create index related_person_search on related_person (search_value text_pattern_ops);

create table payer (
  id uuid primary key,
  name text not null unique,
  payer_id text
);

create table coverage (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  payer_id uuid not null references payer,
  plan_name text,
  member_id text,
  group_number text,
  relationship text not null default 'self',
  subscriber_name text,
  period_start date,
  period_end date,
  coverage_order smallint not null default 1,
  copay_cents integer,
  checked_at timestamptz,
  checked_by text,
  checked_source text
);
create index coverage_patient on coverage (patient_id);

create table encounter (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  started_at timestamptz not null,
  ended_at timestamptz,
  type text not null,
  reason text,
  place text,
  practitioner text,
  status text not null
);
create index encounter_patient on encounter (patient_id, started_at desc);

-- What came from elsewhere: where it lies here and what it said, so that the same file twice changes nothing.
create table import_reference (
  source_key text primary key,
  kind text not null,
  record_id uuid not null,
  content_hash text not null
);
