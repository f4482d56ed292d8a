-- The role Perfloop works with. Run once as a superuser in the shop's database, after the shop's own role exists:
--   psql -v password="'...'" -v owner=shop -f perfloop-agent.sql shop

CREATE EXTENSION IF NOT EXISTS pg_stat_statements;

CREATE ROLE perfloop_agent LOGIN PASSWORD :password;

-- Reading: statistics, plans, settings, and the tables for load scenarios and EXPLAIN.
GRANT pg_monitor, pg_read_all_data TO perfloop_agent;

-- Changing: only the owner of a table may create or drop its indexes.
GRANT :owner TO perfloop_agent;
GRANT EXECUTE ON FUNCTION pg_stat_statements_reset TO perfloop_agent;
GRANT EXECUTE ON FUNCTION pg_reload_conf TO perfloop_agent;
GRANT SET, ALTER SYSTEM ON PARAMETER work_mem, random_page_cost, effective_cache_size, effective_io_concurrency,
    max_parallel_workers_per_gather, jit, checkpoint_timeout, max_wal_size, autovacuum_vacuum_scale_factor,
    autovacuum_analyze_scale_factor TO perfloop_agent;
