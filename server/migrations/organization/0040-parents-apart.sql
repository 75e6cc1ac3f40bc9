-- Parents who live apart may both be responsible by a court, or share custody: then the birthday decides as of parents who
-- live together (NAIC model 120, rule 3).
alter table coverage_order_fact drop constraint coverage_order_fact_parents_live_check;
alter table coverage_order_fact
  add constraint coverage_order_fact_parents_live_check check (parents_live in ('together', 'apart', 'shared')),
  -- Policies of the parent with whom the child does not live, then of that parent's spouse.
  add column other_parent_coverage_ids uuid[] not null default '{}';
