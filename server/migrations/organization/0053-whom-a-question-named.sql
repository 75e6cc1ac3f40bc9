-- Whose record a question to a payer was made from besides the patient's: the policyholder's. What was sent and answered says
-- of them what only their record says, and is read without it by whoever may not open that record, also after the policy
-- names them no more. Of older questions: whom the policy names now.
alter table eligibility_check add column subscriber_patient_id uuid references patient on delete set null;
update eligibility_check e set subscriber_patient_id = c.subscriber_patient_id
from coverage c
where c.id = e.coverage_id and c.subscriber_patient_id is not null and c.relationship <> 'self' and e.request is not null;
create index eligibility_check_subscriber_patient on eligibility_check (subscriber_patient_id)
where subscriber_patient_id is not null;
