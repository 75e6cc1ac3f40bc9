-- A repair may be about several that are missing at once: a flood takes three rooms.
alter table repair add column resource_ids uuid[];
update repair set resource_ids = array[resource_id];
alter table repair
  alter column resource_ids set not null,
  add check (cardinality(resource_ids) > 0),
  drop column resource_id;
