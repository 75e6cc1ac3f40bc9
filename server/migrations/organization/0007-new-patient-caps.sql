-- Most visits of new patients that begin with a clinician on one day; null means as many as fit.
alter table resource add column new_patients_per_day smallint check (new_patients_per_day >= 0);
