-- When somebody of the desk told what no message could: a failed message with it is a task no more.
alter table message add column told_at timestamptz;
