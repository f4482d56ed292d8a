-- Guards go with the change that they were verified with: which one it was; null where a person lifted them.
ALTER TABLE guard_release ADD COLUMN change_id text REFERENCES change (id);
CREATE INDEX guard_release_of_target ON guard_release (target, released_at);
