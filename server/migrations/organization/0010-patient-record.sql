-- What stands in given, middle, family, preferred, prefix and suffix of `patient` is what the person goes by today.
alter table patient
  add column birth_date_estimated boolean not null default false,
  -- US Core: sex assigned at birth, gender identity; FHIR's administrative sex stays in `sex`.
  add column birth_sex text check (birth_sex in ('female', 'male', 'other', 'unknown', 'asked-declined')),
  add column gender_identity text,
  -- Spoken besides `language`, best first; BCP 47.
  add column further_languages text[] not null default '{}',
  add column accessibility text[] not null default '{}',
  -- OMB categories as the person said; null: not asked, `{asked-declined}`: did not want to say.
  add column race text[],
  add column ethnicity text,
  add column employer text,
  add column occupation text,
  add column multiple_birth boolean,
  add column photo_document_id uuid,
  -- `partial`: saved as far as it went, `urgent`: nobody knew who it was.
  add column registration text not null default 'complete' check (registration in ('complete', 'partial', 'urgent')),
  -- Why few may open this record; null: an ordinary one.
  add column restriction text check (restriction in ('staff', 'relative-of-staff', 'vip', 'requested')),
  -- Only ways of contact that the person asked for (45 CFR 164.522(b)); null: no such wish.
  add column confidential_contact text,
  -- The record that speaks for this one since they were found to be one person.
  add column merged_into uuid references patient;
create index patient_merged_into on patient (merged_into) where merged_into is not null;
create index patient_restricted on patient (id) where restriction is not null;

-- Names by which the person is or was known besides: FHIR HumanName.use.
create table patient_name (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  use text not null check (use in ('official', 'usual', 'nickname', 'old', 'maiden', 'anonymous')),
  given text not null default '',
  middle text,
  family text not null default '',
  prefix text,
  suffix text,
  period_start date,
  period_end date
);
create index patient_name_patient on patient_name (patient_id);

alter table contact_point
  -- Whose it is too: `shared with daughter`.
  add column shared_with text,
  add column may_leave_message boolean not null default false,
  add column period_end date;

-- Where the person lived before, and other places; the current home stands in `patient.address`.
create table patient_address (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  use text not null check (use in ('home', 'temp', 'work', 'billing', 'old')),
  address jsonb not null,
  period_start date,
  period_end date
);
create index patient_address_patient on patient_address (patient_id);

-- By what a record is found and held against others: hashes of words, dates, numbers and of blocking keys.
create table patient_key (
  patient_id uuid primary key references patient on delete cascade,
  -- Of the rules by which they were made; older ones are made anew.
  version smallint not null,
  keys integer[] not null
);
create index patient_key_keys on patient_key using gin (keys) with (fastupdate = off);

-- Who may act and who may know, each for a time, a purpose and on the strength of a document.
alter table related_person
  add column given text,
  add column family text,
  add column email text,
  add column language text,
  add column birth_date text,
  add column emergency_rank smallint,
  add column period_start date,
  add column period_end date;
create table authority (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  related_person_id uuid not null references related_person on delete cascade,
  kind text not null check (kind in
    ('parent', 'guardian', 'health-care-proxy', 'power-of-attorney', 'representative', 'guarantor', 'may-know', 'may-leave-message')),
  -- What it covers; empty: everything its kind can cover.
  scopes text[] not null default '{}',
  period_start date not null,
  period_end date,
  document_id uuid,
  ended_reason text,
  created_at timestamptz not null default now(),
  created_by uuid
);
create index authority_patient on authority (patient_id);

create table consent_text (
  id uuid primary key,
  kind text not null,
  version integer not null,
  language text not null,
  title text not null,
  body text not null,
  -- Of the body: a text that did not change is not asked again.
  body_hash bytea not null,
  scope text not null,
  valid_days integer,
  effective_from date not null,
  unique (kind, version, language)
);
create table consent (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  consent_text_id uuid not null references consent_text,
  decision text not null check (decision in ('permit', 'deny')),
  signed_at timestamptz not null,
  signed_by_name text not null,
  related_person_id uuid references related_person,
  -- As drawn (SVG path) or the name as typed.
  signature text,
  signed_with text not null check (signed_with in ('drawn', 'typed', 'paper')),
  expires_on date,
  revoked_at timestamptz,
  revoked_reason text,
  recorded_by uuid
);
create index consent_patient on consent (patient_id, signed_at desc);

-- Content is sealed with a key of the organization; what stands here is what lists show.
create table document (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  type text not null check (type in
    ('photo', 'identity', 'insurance-card', 'letter', 'consent', 'authority', 'referral', 'result', 'other')),
  title text not null,
  content_type text not null,
  bytes integer not null,
  -- Words by which it is found, of the title and of what was read from it.
  search_text text not null default '',
  created_at timestamptz not null,
  created_by uuid,
  source text not null default 'desk',
  removed_at timestamptz,
  removed_reason text
);
create index document_patient on document (patient_id, created_at desc);
create table document_content (
  document_id uuid not null references document on delete cascade,
  part text not null check (part in ('content', 'thumbnail')),
  key_version smallint not null,
  nonce bytea not null,
  sealed bytea not null,
  primary key (document_id, part)
);
alter table patient add foreign key (photo_document_id) references document on delete set null;
alter table authority add foreign key (document_id) references document on delete set null;

-- Somebody opened a restricted record for a reason and a while; the privacy officer looks at each.
create table break_glass (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  staff_id uuid not null references staff,
  reason text not null check (reason in ('treatment', 'payment', 'operations', 'patient-asked', 'emergency', 'other')),
  remarks text,
  opened_at timestamptz not null,
  until timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid references staff,
  finding text check (finding in ('in-order', 'not-in-order')),
  finding_remarks text
);
create index break_glass_open on break_glass (staff_id, patient_id, until);
create index break_glass_unreviewed on break_glass (opened_at) where reviewed_at is null;

-- Two records that may be one person; the smaller id first. What people decided is remembered.
create table duplicate_pair (
  first_id uuid not null references patient on delete cascade,
  second_id uuid not null references patient on delete cascade,
  log_odds real not null,
  evidence jsonb not null,
  state text not null default 'suspected' check (state in ('suspected', 'not-same', 'merged')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  primary key (first_id, second_id),
  check (first_id < second_id)
);
create index duplicate_pair_open on duplicate_pair (log_odds desc) where state = 'suspected';

-- A merge is a link: what each side was, which rows followed, and how to go back.
create table patient_merge (
  id uuid primary key,
  survivor_id uuid not null references patient,
  merged_id uuid not null references patient,
  -- The survivor's row as it was before; the face chosen stands in its own row now.
  before jsonb not null,
  -- Rows that followed, by table: primary keys.
  followed jsonb not null,
  merged_at timestamptz not null,
  merged_by uuid not null,
  reason text,
  undone_at timestamptz,
  undone_by uuid
);
create index patient_merge_merged on patient_merge (merged_id);
create index patient_merge_survivor on patient_merge (survivor_id);

-- Every change of a field: what it was, what it became, who and when.
create table patient_change (
  id bigint generated always as identity primary key,
  patient_id uuid not null references patient on delete cascade,
  field text not null,
  before jsonb,
  after jsonb,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  source text not null default 'desk'
);
create index patient_change_patient on patient_change (patient_id, id desc);

-- What an outside feed says where staff had the last word: asked, never taken over.
create table change_proposal (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  source text not null,
  field text not null,
  proposed jsonb,
  current jsonb,
  received_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'taken', 'declined')),
  decided_at timestamptz,
  decided_by uuid
);
create unique index change_proposal_open on change_proposal (patient_id, source, field) where state = 'open';

-- Which fields a registration asks for, by organization and, more exactly, by visit type.
create table registration_rule (
  id uuid primary key,
  visit_type_id uuid references visit_type on delete cascade,
  field text not null,
  requirement text not null check (requirement in ('required', 'asked', 'hidden')),
  unique nulls not distinct (visit_type_id, field)
);

create table import_run (
  id uuid primary key,
  file_name text not null,
  mapping jsonb not null,
  rows integer not null,
  state text not null check (state in ('dry', 'running', 'done', 'undone', 'failed')),
  report jsonb not null default '{}',
  started_at timestamptz not null,
  started_by uuid not null,
  finished_at timestamptz
);
create table import_row (
  run_id uuid not null references import_run on delete cascade,
  line integer not null,
  outcome text not null check (outcome in ('created', 'matched', 'asked', 'bad')),
  patient_id uuid references patient on delete set null,
  problem text,
  -- Of a record that was there: the fields that were filled.
  before jsonb,
  primary key (run_id, line)
);
