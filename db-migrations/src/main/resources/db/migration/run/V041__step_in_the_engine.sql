-- Where a step is in the engine, so that a stuck one can be begun anew over gRPC, which tells nobody the keys of incidents. Null in
-- steps that were written down before.
ALTER TABLE run_step
    ADD COLUMN process_instance_key bigint, -- of the called process where it runs in one
    ADD COLUMN element_instance_key bigint;
