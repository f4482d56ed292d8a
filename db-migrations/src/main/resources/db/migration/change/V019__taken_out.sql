-- A change can be taken out of its target for a measurement without it, and put back.
ALTER TABLE change DROP CONSTRAINT change_status_check;
ALTER TABLE change ADD CONSTRAINT change_status_check
    CHECK (status IN ('PROPOSED', 'APPLYING', 'APPLIED', 'TAKING_OUT', 'OUT', 'PUTTING_BACK', 'UNDOING', 'KEPT',
                      'REVERTED', 'SKIPPED'));

ALTER TABLE load_test DROP CONSTRAINT load_test_phase_check;
ALTER TABLE load_test ADD CONSTRAINT load_test_phase_check CHECK (phase IN ('PROFILE', 'BEFORE', 'AFTER', 'WITHOUT'));
