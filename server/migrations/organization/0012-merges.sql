-- What the merge wrote into the survivor's row: only what still stands so is taken back.
alter table patient_merge add column face jsonb not null default '{}';
create unique index patient_merge_once on patient_merge (merged_id) where undone_at is null;
