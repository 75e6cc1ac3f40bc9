-- Who looked at a record, in lists too, is asked by the patient and must not read the whole trail.
create index audit_entry_patients on audit_entry using gin (patient_ids) where patient_ids is not null;
create index break_glass_opened on break_glass (opened_at desc);
