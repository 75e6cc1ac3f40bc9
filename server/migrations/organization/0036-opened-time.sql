-- Blocked time that somebody opened, as it was: what taking that back closes again.
create table opened_time (
  id uuid primary key,
  block_id uuid not null,
  reason text not null,
  -- Stretches by resource and lane; epoch milliseconds.
  stretches jsonb not null,
  opened_at timestamptz not null
);
create index opened_time_age on opened_time (opened_at);
