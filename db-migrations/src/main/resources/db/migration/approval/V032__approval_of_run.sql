-- Lists of runs say of each that is under way what it waits for; a run's page asks for its approvals.
CREATE INDEX approval_of_run ON approval (run_id);
