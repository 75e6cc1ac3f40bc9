-- Somebody asked for a copy of a record (45 CFR 164.524). Kept as long as the record: what was given stands here.
create table access_request (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  -- Who asked in the patient's place; null: the patient.
  related_person_id uuid references related_person on delete set null,
  -- Told apart from a relative who was taken off the record since.
  by_patient boolean not null,
  asked_by_name text not null,
  identity_check text not null check (identity_check in ('photo-id', 'known', 'questions', 'signature')),
  form text not null check (form in ('pdf', 'fhir')),
  language text not null,
  requested_on date not null,
  due_on date not null,
  recorded_by uuid,
  given_at timestamptz,
  given_by uuid,
  delivered text check (delivered in ('hand', 'mail', 'email', 'portal'))
);
create index access_request_patient on access_request (patient_id, requested_on desc);
create index access_request_due on access_request (due_on) where given_at is null;
create index access_request_related_person on access_request (related_person_id) where related_person_id is not null;
