-- FHIR Patient.deceasedDateTime where the day is known. It says something only beside `deceased`.
alter table patient add column deceased_on date;
