-- What somebody at the desk said of two people: that they live together whatever their phones and homes say, that they do
-- not, or, for null, that phones and homes shall speak again. The last word holds, whichever of the two it was said at.
create table household_decision (
  id uuid primary key,
  patient_id uuid not null references patient (id),
  other_id uuid not null references patient (id),
  belongs boolean,
  decided_at timestamptz not null,
  decided_by uuid references staff (id)
);
create index household_decision_patient on household_decision (patient_id);
create index household_decision_other on household_decision (other_id);
