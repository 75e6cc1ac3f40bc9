-- A repair may give a group another time, with everybody who has a seat in it.
alter table repair_group
  -- When it began before, and since. Null of those given away before this was kept: their time stayed.
  add column before_start timestamptz,
  add column given_start timestamptz,
  drop constraint repair_group_stays_because_check,
  add constraint repair_group_stays_because_check
    check (stays_because in ('place-taken', 'visit-changed', 'patient-busy', 'rule', 'chain-gap', 'time-past')),
  add check ((before_start is null) = (given_start is null));

-- Whoever had a seat then was told, and answers as others do whose visit a repair moved.
create table repair_seat (
  repair_id uuid not null references repair on delete cascade,
  appointment_id uuid not null references appointment on delete cascade,
  told_at timestamptz not null,
  answer_token_hash bytea not null unique,
  answer text check (answer in ('yes', 'other', 'call', 'by-phone')),
  answered_at timestamptz,
  primary key (repair_id, appointment_id)
);
create index repair_seat_appointment on repair_seat (appointment_id);
