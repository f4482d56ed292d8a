-- The few that are at work are looked for every half minute.
CREATE INDEX load_test_at_work ON load_test (run_id) WHERE status = 'RUNNING';
