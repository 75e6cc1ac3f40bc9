-- Who may know what is said by authorities alone, with a time and a kind.
insert into authority (id, patient_id, related_person_id, kind, scopes, period_start)
select gen_random_uuid(), r.patient_id, r.id, 'may-know',
  case r.may_know when 'times' then array['schedule'] else '{}'::text[] end, p.created_at::date
from related_person r join patient p on p.id = r.patient_id
where r.may_know <> 'nothing';

alter table related_person
  drop column may_know,
  -- Why nothing is told to them, whatever their authority says (45 CFR 164.502(g)(5), 164.522(a)).
  add column barred text check (barred in ('patient-asked', 'court-order', 'endangers'));
create index related_person_relative on related_person (relative_id) where relative_id is not null;
create index authority_related_person on authority (related_person_id);

alter table patient
  -- By a court, marriage or as the state has it; from that day on no parent decides.
  add column emancipated_on date,
  alter column confidential_contact type jsonb using
    case when confidential_contact is null then null
    else jsonb_build_object('ways', '[]'::jsonb, 'phone', null, 'email', null, 'address', null,
      'leaveMessage', false, 'remarks', confidential_contact) end;

-- Who else lives there.
create index patient_home on patient (lower(trim(address ->> 'line')), left(address ->> 'postalCode', 5)) where address is not null;

alter table message
  -- Who was written to in the patient's place; null: the patient.
  add column related_person_id uuid references related_person on delete set null;
