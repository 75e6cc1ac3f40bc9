-- A group session that was removed keeps its row, and its allocations with an empty time: it can be brought back.
alter table group_session
  add column removed_at timestamptz,
  -- Which rules were looked at when it was opened, what they said, and who overrode them with which reason.
  add column rules jsonb not null default '[]';
