alter table repair_item
  -- Why a visit has no place in the plan, and what overtook a decision; each null where that is not so.
  add column no_place text check (no_place in ('nothing-free', 'chain-gap')),
  add column overtaken_by text
    check (overtaken_by in ('place-taken', 'visit-changed', 'patient-busy', 'rule', 'chain-gap'));
