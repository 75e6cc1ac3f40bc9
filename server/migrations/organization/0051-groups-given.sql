-- Groups that a repair gave to somebody else: when it is taken back they go back to whoever had them.
create table repair_group (
  repair_id uuid not null references repair on delete cascade,
  group_session_id uuid not null references group_session on delete cascade,
  -- Who led it and where it was, and who and where since: role and resource of each.
  before jsonb not null,
  given jsonb not null,
  -- How the rules stood before: what somebody set aside then is not asked again.
  rules_before jsonb not null,
  given_at timestamptz not null,
  -- When it went back, and why it did not when somebody asked for it.
  back_at timestamptz,
  stays_because text check (stays_because in ('place-taken', 'visit-changed', 'rule', 'time-past')),
  primary key (repair_id, group_session_id)
);
create index repair_group_session on repair_group (group_session_id);
