-- Sites, staff and what can be booked.
create table site (
  id uuid primary key,
  name text not null,
  time_zone text not null,
  phone text,
  address jsonb,
  active boolean not null default true
);

create table resource (
  id uuid primary key,
  kind text not null check (kind in ('practitioner', 'room', 'device', 'interpreter')),
  name text not null,
  site_id uuid not null references site,
  specialty text,
  languages text[] not null default '{}',
  active boolean not null default true
);
create index resource_site on resource (site_id);

create table resource_hours (
  resource_id uuid not null references resource on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  start_minute smallint not null check (start_minute between 0 and 1440),
  end_minute smallint not null check (end_minute between 0 and 1440),
  primary key (resource_id, weekday, start_minute),
  check (start_minute < end_minute)
);

create table resource_exception (
  id uuid primary key,
  resource_id uuid not null references resource on delete cascade,
  date date not null,
  start_minute smallint not null,
  end_minute smallint not null,
  kind text not null check (kind in ('open', 'closed')),
  reason text not null
);
create index resource_exception_day on resource_exception (resource_id, date);

create table visit_type (
  id uuid primary key,
  name text not null,
  name_es text not null,
  duration_minutes integer not null check (duration_minutes between 5 and 600),
  buffer_after_minutes integer not null default 0,
  for_new_patients boolean not null default false,
  telehealth boolean not null default false,
  copay_cents integer,
  tone text not null default 'info',
  prep text,
  prep_es text,
  active boolean not null default true,
  roles jsonb not null
);

create table staff (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  role text not null,
  language text not null default 'en',
  home_site_id uuid references site,
  password_hash text,
  pin_hash text,
  totp_secret text,
  totp_confirmed boolean not null default false,
  totp_last_step bigint,
  failed_count integer not null default 0,
  locked_until timestamptz,
  active boolean not null default true,
  created_at timestamptz not null default now()
);

create table session (
  id uuid primary key,
  staff_id uuid not null references staff,
  token_hash bytea not null unique,
  device text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  locked boolean not null default false,
  unlock_failures integer not null default 0,
  ended_at timestamptz
);
create index session_staff on session (staff_id) where ended_at is null;

create table api_key (
  id uuid primary key,
  staff_id uuid not null references staff,
  name text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  ended_at timestamptz
);
