-- First day in today's home; null where nobody said it.
alter table patient add column address_since date;
