-- What a resource is and can: attributes that roles ask for, how many visits it bears side by side.
alter table resource
  add column attributes text[] not null default '{}',
  -- Visits side by side in the ordinary way (six chairs of an infusion room).
  add column lanes smallint not null default 1 check (lanes between 1 and 50);

-- Weekly hours are sessions: from when to when, in which weeks, for which kinds of visits.
alter table resource_hours
  drop constraint resource_hours_pkey,
  add column id uuid not null default gen_random_uuid() primary key,
  add column kind text not null default 'open' check (kind in ('open', 'break')),
  add column label text,
  add column every_weeks smallint not null default 1 check (every_weeks in (1, 2)),
  -- Any date of a week in which they hold, where they hold every other week.
  add column anchor date,
  add column valid_from date,
  add column valid_to date,
  -- Only these kinds of visits; null means any.
  add column visit_type_ids uuid[],
  -- Minutes before its start at which a reserved session opens for every kind; null means never.
  add column release_minutes integer check (release_minutes >= 0),
  -- Most visits that begin in it; null means as many as fit.
  add column capacity smallint check (capacity >= 0),
  -- Visits side by side in this session; null means as many as the resource bears.
  add column lanes smallint check (lanes between 1 and 50),
  -- How many more somebody with the right and a reason may book over them.
  add column overbook smallint not null default 0 check (overbook between 0 and 10),
  -- Starts at multiples of this, from local midnight; null means as the visit type says.
  add column grid_minutes smallint check (grid_minutes between 5 and 240),
  -- Kept for people who come without an appointment.
  add column walk_in boolean not null default false,
  add check (valid_from is null or valid_to is null or valid_from <= valid_to);
create index resource_hours_resource on resource_hours (resource_id, weekday, start_minute);

-- Dates on which the practice, or one site of it, is closed.
create table holiday (
  id uuid primary key,
  date date not null,
  name text not null,
  site_id uuid references site on delete cascade,
  unique nulls not distinct (date, site_id)
);

-- Phases, buffers, caps and who may be booked; shaped and read by the practice feature.
alter table visit_type add column rules jsonb not null default '{}';

-- Different visits that belong together, with gaps between them, as a practice sets them up.
create table chain_type (
  id uuid primary key,
  name text not null,
  name_es text not null,
  legs jsonb not null,
  active boolean not null default true
);

create table chain (
  id uuid primary key,
  patient_id uuid not null references patient,
  chain_type_id uuid references chain_type,
  name text not null,
  created_at timestamptz not null,
  created_by uuid
);

-- Repeated visits: the rule, and what was said about single occurrences.
create table series (
  id uuid primary key,
  patient_id uuid not null references patient,
  visit_type_id uuid not null references visit_type,
  rule jsonb not null,
  created_at timestamptz not null,
  created_by uuid
);

-- One time and place for several patients of one visit type.
create table group_session (
  id uuid primary key,
  visit_type_id uuid not null references visit_type,
  site_id uuid not null references site,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  seats smallint not null check (seats > 0),
  closed boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  check (starts_at < ends_at)
);
create index group_session_day on group_session (site_id, starts_at);

alter table appointment
  -- Which rules were looked at when it was booked, what they said, and who overrode them with which reason.
  add column rules jsonb not null default '[]',
  add column source text not null default 'desk' check (source in ('desk', 'self', 'repair', 'import')),
  -- A visit somebody booked for themselves where the visit type asks for approval.
  add column approval text check (approval in ('pending', 'approved', 'declined')),
  add column walk_in boolean not null default false,
  add column chain_id uuid references chain,
  add column chain_leg smallint,
  add column series_id uuid references series,
  add column series_occurrence smallint,
  add column group_session_id uuid references group_session,
  add column seat smallint check (seat > 0),
  add column cancelled_by text check (cancelled_by in ('patient', 'practice')),
  add column cancelled_at timestamptz,
  -- Minutes between the cancellation and the start of the visit.
  add column cancel_notice_minutes integer,
  add check ((group_session_id is null) = (seat is null));
create index appointment_chain on appointment (chain_id) where chain_id is not null;
create index appointment_series on appointment (series_id) where series_id is not null;
create unique index one_to_a_seat on appointment (group_session_id, seat)
  where group_session_id is not null and status not in ('cancelled', 'no-show');

-- Holds of people who book for themselves have no staff.
alter table hold
  alter column staff_id drop not null,
  add column public_token_hash bytea unique,
  add check (num_nonnulls(staff_id, public_token_hash) = 1);

-- A resource has lanes; in each it is in one place at a time. A block closes every lane.
alter table allocation
  add column lane smallint not null default 0 check (lane >= 0),
  add column group_session_id uuid references group_session on delete cascade,
  -- Rows of one block, which closes several lanes, share it.
  add column block_id uuid,
  drop constraint no_double_booking,
  add constraint no_double_booking exclude using gist (resource_id with =, lane with =, during with &&);
alter table allocation drop constraint allocation_check;
alter table allocation add constraint allocation_owner
  check (num_nonnulls(appointment_id, hold_id, reason, group_session_id) = 1);
create index allocation_group on allocation (group_session_id) where group_session_id is not null;

-- The transaction that wrote a row: whoever reads what is new since a snapshot misses nothing that committed late.
alter table outbox add column xid xid8 not null default pg_current_xact_id();
create index outbox_xid on outbox (xid);

-- A resource that cannot be there, and the new plan for the visits that had counted on it.
create table repair (
  id uuid primary key,
  site_id uuid not null references site,
  resource_id uuid not null references resource,
  during tstzrange not null,
  reason text not null,
  status text not null default 'proposed' check (status in ('proposed', 'applied', 'closed')),
  -- Whether the plan was proven to be the best there is.
  is_optimal boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text not null
);
create table repair_item (
  repair_id uuid not null references repair on delete cascade,
  appointment_id uuid not null references appointment on delete cascade,
  -- Where the visit was when the plan was made; start, assignments and why.
  before jsonb not null,
  proposal jsonb,
  decision text not null default 'open' check (decision in ('open', 'accepted', 'kept', 'cancelled', 'overtaken')),
  decided_at timestamptz,
  decided_by_name text,
  told_at timestamptz,
  answer_token_hash bytea unique,
  answer text check (answer in ('yes', 'other', 'by-phone')),
  answered_at timestamptz,
  primary key (repair_id, appointment_id)
);
create index repair_item_appointment on repair_item (appointment_id);

-- Private calendar addresses. Only a hash of the address is kept.
create table calendar_feed (
  id uuid primary key,
  token_hash bytea not null unique,
  resource_id uuid not null references resource on delete cascade,
  staff_id uuid references staff on delete cascade,
  name text not null,
  -- Whether names of patients are in it.
  with_patients boolean not null default false,
  created_at timestamptz not null,
  created_by uuid not null,
  ended_at timestamptz,
  last_read_at timestamptz
);
create index calendar_feed_resource on calendar_feed (resource_id) where ended_at is null;

-- Columns of the calendar that belong together for somebody, or for everybody.
create table column_set (
  id uuid primary key,
  staff_id uuid references staff on delete cascade,
  site_id uuid not null references site on delete cascade,
  name text not null,
  resource_ids uuid[] not null,
  created_at timestamptz not null
);
create index column_set_staff on column_set (staff_id);
