-- A step's name as the diagram shows it; rows from before keep the element's id.
ALTER TABLE run_step ADD COLUMN name text;
UPDATE run_step SET name = element_id;
ALTER TABLE run_step ALTER COLUMN name SET NOT NULL;
