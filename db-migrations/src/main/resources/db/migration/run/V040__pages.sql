-- Lists are read page by page, the newest first.
CREATE INDEX approval_newest_first ON approval (requested_at DESC, id DESC);

-- The same as run_of_target, and paid for with each run a second time.
DROP INDEX run_of_target_newest_first;
