-- What a person applied only a person can take back, and a person says when it is done.
ALTER TABLE change DROP CONSTRAINT change_status_check;
ALTER TABLE change ADD CONSTRAINT change_status_check
    CHECK (status IN ('PROPOSED', 'APPLYING', 'APPLIED', 'TAKING_OUT', 'OUT', 'PUTTING_BACK', 'UNDOING', 'KEPT',
                      'REVERTED', 'SKIPPED', 'TO_BE_TAKEN_BACK'));
ALTER TABLE approval DROP CONSTRAINT approval_kind_check;
ALTER TABLE approval ADD CONSTRAINT approval_kind_check
    CHECK (kind IN ('PLAN', 'BY_HAND', 'ARCHITECTURE', 'INCONCLUSIVE'));
