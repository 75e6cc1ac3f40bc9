-- Groups that were affected when a repair was planned: of one that closes no time these alone.
alter table repair add column group_ids uuid[] not null default '{}';
