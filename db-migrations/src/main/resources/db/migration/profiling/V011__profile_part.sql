-- Parts of a profile that are read and written whole, by the name of their record.
CREATE TABLE profile_part (
    run_id  text  NOT NULL REFERENCES run (id),
    part    text  NOT NULL,
    content jsonb NOT NULL,
    PRIMARY KEY (run_id, part)
);

ALTER TABLE profile_statement
    ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
