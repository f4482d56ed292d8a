-- A run measures a target, a taking back changes it: one of the two at a time, and one taking back at a time. Runs are asked for in
-- several places, so the rule stands where all of them write. A row that may not be is not written, as with ON CONFLICT DO NOTHING.
CREATE VIEW taking_back AS
SELECT r.target, t.id, t.change_id, t.wished_by, t.wished_at
FROM take_back t
JOIN change c ON c.id = t.change_id
JOIN run r ON r.id = c.run_id
WHERE t.ended_at IS NULL;

-- The target's row is locked first: of two who ask at the same moment, the second sees what the first wrote.
CREATE FUNCTION keep_run_from_taking_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM target WHERE name = NEW.target FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM taking_back WHERE target = NEW.target) THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER run_beside_no_taking_back BEFORE INSERT ON run
    FOR EACH ROW WHEN (NEW.status <> 'ENDED') EXECUTE FUNCTION keep_run_from_taking_back();

CREATE FUNCTION keep_taking_back_from_run() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    of_target text;
BEGIN
    SELECT r.target INTO of_target FROM change c JOIN run r ON r.id = c.run_id WHERE c.id = NEW.change_id;
    PERFORM FROM target WHERE name = of_target FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM run WHERE target = of_target AND status <> 'ENDED')
        OR EXISTS (SELECT FROM taking_back WHERE target = of_target)
        OR NOT EXISTS (SELECT FROM change WHERE id = NEW.change_id AND status = 'KEPT') THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER taking_back_beside_no_run BEFORE INSERT ON take_back
    FOR EACH ROW WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION keep_taking_back_from_run();

-- One that cannot be brought to its end is given up by a person; what is on the target is then that person's to put right.
ALTER TABLE take_back DROP CONSTRAINT take_back_outcome_check;
ALTER TABLE take_back ADD CONSTRAINT take_back_outcome_check CHECK (outcome IN ('TAKEN_BACK', 'REFUSED', 'GIVEN_UP'));
