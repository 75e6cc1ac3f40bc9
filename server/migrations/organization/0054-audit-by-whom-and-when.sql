-- The privacy officer asks the trail for one member of staff, one action and a span of dates, and must not read all of it.
-- New entries go to the end of the first of these; of the others few pages are written at a time, since few act at a time.
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_actor on audit_entry (actor_id, at desc, id desc) where actor_id is not null;
create index audit_entry_action on audit_entry (action, at desc, id desc);
