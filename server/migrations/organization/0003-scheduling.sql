create table appointment (
  id uuid primary key,
  patient_id uuid not null references patient,
  visit_type_id uuid not null references visit_type,
  site_id uuid not null references site,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null default 'booked',
  status_since timestamptz not null,
  room_id uuid references resource,
  note text,
  cancel_reason text,
  identity_confirmed boolean not null default false,
  version integer not null default 1,
  booked_by uuid,
  booked_at timestamptz not null,
  ical_sequence integer not null default 0,
  check (starts_at < ends_at),
  -- Nobody is in two places at once, the patient neither.
  constraint patient_once exclude using gist (patient_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status not in ('cancelled', 'no-show'))
);
create index appointment_site_day on appointment (site_id, starts_at);
create index appointment_patient on appointment (patient_id, starts_at);
create unique index appointment_room_now on appointment (room_id) where status in ('roomed', 'with-clinician');

create table hold (
  id uuid primary key,
  staff_id uuid not null references staff,
  patient_id uuid references patient,
  visit_type_id uuid not null references visit_type,
  site_id uuid not null references site,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  expires_at timestamptz not null
);
create index hold_staff on hold (staff_id);
create index hold_expiry on hold (expires_at);

-- Time of a resource that is spoken for: by a visit, by a hold, or closed by a block.
create table allocation (
  id uuid primary key,
  resource_id uuid not null references resource,
  during tstzrange not null,
  role text,
  appointment_id uuid references appointment on delete cascade,
  hold_id uuid references hold on delete cascade,
  reason text,
  check (num_nonnulls(appointment_id, hold_id, reason) = 1),
  constraint no_double_booking exclude using gist (resource_id with =, during with &&)
);
create index allocation_appointment on allocation (appointment_id);
create index allocation_hold on allocation (hold_id) where hold_id is not null;

create table appointment_status_history (
  id uuid primary key,
  appointment_id uuid not null references appointment on delete cascade,
  from_status text,
  to_status text not null,
  room_id uuid,
  at timestamptz not null,
  by_staff uuid,
  by_name text not null,
  reason text,
  undone boolean not null default false
);
create index appointment_status_history_visit on appointment_status_history (appointment_id, at);
