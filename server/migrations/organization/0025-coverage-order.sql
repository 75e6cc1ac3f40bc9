-- What the order of payers depends on, of one policy: the job behind it, how many work there, whether it goes on after
-- the job or the marriage ended (COBRA, or by state law). Null: nobody said.
alter table coverage
  add column employment text check (employment in ('current', 'former', 'none')),
  add column employer_size text check (employer_size in ('under-20', '20-to-99', '100-or-more')),
  add column is_continuation boolean not null default false;

-- The same of the person, as it was said; the newest row holds.
create table coverage_order_fact (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  noted_at timestamptz not null,
  noted_by uuid,
  medicare_because text check (medicare_because in ('age', 'disability', 'kidney-failure')),
  -- First day of the thirty months in which the plan of a job pays before Medicare for kidney failure.
  kidney_failure_since date,
  parents_live text check (parents_live in ('together', 'apart')),
  -- The policy that a court ordered to pay, and those of the parent with whom the child lives.
  ordered_coverage_id uuid references coverage on delete set null,
  custodial_coverage_ids uuid[] not null default '{}'
);
create index coverage_order_fact_patient on coverage_order_fact (patient_id, noted_at desc);
create index coverage_order_fact_ordered on coverage_order_fact (ordered_coverage_id)
  where ordered_coverage_id is not null;

-- What a visit is for, where somebody asked: an accident goes to whoever insures accidents.
create table appointment_cause (
  appointment_id uuid primary key references appointment on delete cascade,
  cause text not null check (cause in ('illness', 'work', 'auto', 'other-accident')),
  noted_at timestamptz not null,
  noted_by uuid
);
