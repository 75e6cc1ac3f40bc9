-- What a patient who pays in full out of pocket asked not to be told to their health plan (45 CFR 164.522(a)(1)(vi)).
create table plan_restriction (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  -- The one visit that is kept from the plan; null: every visit until it is taken back.
  appointment_id uuid references appointment on delete cascade,
  remarks text,
  noted_at timestamptz not null,
  noted_by uuid,
  noted_by_name text not null,
  ended_at timestamptz,
  ended_by_name text
);
create index plan_restriction_patient on plan_restriction (patient_id, noted_at desc);
create index plan_restriction_appointment on plan_restriction (appointment_id) where appointment_id is not null;

-- Somebody asked the payer although the patient had asked not to; anything else that still waits is not sent.
alter table eligibility_check
  add column despite_restriction boolean not null default false,
  drop constraint eligibility_check_failure_check,
  add constraint eligibility_check_failure_check check (failure in (
    'payer-down', 'too-slow', 'not-understood', 'not-enrolled', 'incomplete', 'refused-us', 'restricted'));

-- Homes are compared by their parts now, and looked for by the keys of the comparison.
drop index patient_home;
