-- Who looked at a record, in lists too, is asked by the patient and must not read the whole trail.
-- New entries gather in a short list first: the trail is written all day and asked now and then.
create index audit_entry_patients on audit_entry using gin (patient_ids) with (gin_pending_list_limit = 512)
  where patient_ids is not null;
create index break_glass_opened on break_glass (opened_at desc);
