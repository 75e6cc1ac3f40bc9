-- Who cares for the person first (FHIR Patient.generalPractitioner.display), as people write it. Null: nobody asked.
alter table patient add column general_practitioner text;

-- Of some fields a source asks several things at a time, such as one for each further policy: `about` tells them apart.
alter table change_proposal add column about text not null default '';
drop index change_proposal_open;
create unique index change_proposal_open on change_proposal (patient_id, source, field, about) where state = 'open';
