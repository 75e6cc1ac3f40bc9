-- What the merge wrote into the survivor's row: only what still stands so is taken back.
alter table patient_merge add column face jsonb not null default '{}';
create unique index patient_merge_once on patient_merge (merged_id) where undone_at is null;

-- Nothing is ever written to a record that leads to another: whatever refers to a patient is led to the survivor, also
-- by whoever opened the page before the merge. Reading the row with a lock waits for a merge that is on its way.
-- Called again by later migrations that add a table which refers to patient.
create function lead_references_to_survivors() returns void language plpgsql as $lead$
declare
  reference record;
begin
  for reference in
    select held.relname as held_by, a.attname as held_as
    from pg_constraint con
    join pg_class held on held.oid = con.conrelid
    join pg_attribute a on a.attrelid = con.conrelid and a.attnum = con.conkey[1]
    where con.contype = 'f' and con.confrelid = 'patient'::regclass
      -- They tell of the record itself, merged or not.
      and held.relname not in
        ('patient', 'patient_key', 'duplicate_pair', 'patient_merge', 'patient_change', 'break_glass',
         'self_booking')
  loop
    execute format(
      'create or replace function %1$I.%2$I() returns trigger language plpgsql as $body$
       declare survivor uuid;
       begin
         select merged_into into survivor from %1$I.patient where id = new.%3$I for key share;
         if survivor is not null then new.%3$I := survivor; end if;
         return new;
       end $body$',
      current_schema(), 'lead_' || reference.held_as, reference.held_as);
    execute format(
      'create or replace trigger %2$I before insert or update of %3$I on %1$I.%4$I
       for each row when (new.%3$I is not null) execute function %1$I.%2$I()',
      current_schema(), 'lead_' || reference.held_as, reference.held_as, reference.held_by);
  end loop;
end
$lead$;
select lead_references_to_survivors();
