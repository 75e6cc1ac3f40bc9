-- What a record said while it spoke for another too is no former value of its own.
update patient_change as c set source = 'unmerge'
  from patient_merge as m
  where c.source = 'merge' and m.undone_at is not null and c.at = m.undone_at
    and c.patient_id in (m.survivor_id, m.merged_id);
